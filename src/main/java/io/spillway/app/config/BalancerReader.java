package io.spillway.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one entry of `balancers`.
final class BalancerReader {
    private static final List<String> TLS_ONLY = List.of("keyStore", "ca", "serverName");

    private final SecretReader secrets;
    private final LoginReader logins;
    private final Surroundings surroundings;
    private final Mistakes mistakes;

    BalancerReader(
            SecretReader secrets,
            LoginReader logins,
            Surroundings surroundings,
            Mistakes mistakes) {
        this.secrets = secrets;
        this.logins = logins;
        this.surroundings = surroundings;
        this.mistakes = mistakes;
    }

    BalancerConfig read(Node node) {
        Fields fields = new Fields("the balancer", node, Keys.BALANCER, mistakes);
        String name = fields.required("name", "", "lb-1", Values::name);
        Duration deadline = fields.optional("deadline", SourceReader.DEADLINE, Values::deadline);
        if (fields.optional("type", false, BalancerReader::httpd)) {
            return httpd(fields, name, deadline);
        }
        if (!fields.has("stats")) {
            return runtime(fields, name, deadline);
        }
        fields.refuse(List.of("address"), "beside stats", "one of the two");
        fields.refuse(List.of("keyStore", "serverName"), "beside stats", "it only with tls://");
        URI stats = fields.optional("stats", null, BalancerReader::csv);
        return new BalancerConfig.StatsPage(
                name,
                stats == null ? SourceReader.NOWHERE : stats,
                logins.login(fields),
                logins.authorities(fields, stats),
                deadline);
    }

    private BalancerConfig httpd(Fields fields, String name, Duration deadline) {
        fields.refuse(
                List.of("stats", "keyStore", "serverName"), "beside type: httpd", "address alone");
        URI manager =
                fields.required("address", null, "http://127.0.0.1/balancer-manager", Values::url);
        return new BalancerConfig.Httpd(
                name,
                manager == null ? SourceReader.NOWHERE : manager,
                logins.login(fields),
                logins.authorities(fields, manager),
                deadline);
    }

    private BalancerConfig runtime(Fields fields, String name, Duration deadline) {
        Address address =
                fields.required("address", null, "unix:/run/haproxy/admin.sock", Values::address);
        fields.refuse(
                List.of("username", "password", "bearer"),
                "beside address",
                "it only with stats or httpd: the Runtime API has no sign-in");
        KeyStoreFile keyStore = null;
        Path ca = null;
        String serverName = null;
        if (address == null || isTls(address)) {
            keyStore = secrets.keyStore(fields, "keyStore");
            ca = fields.optional("ca", null, surroundings::certificates);
            serverName = fields.optional("serverName", null, Values::any);
        } else {
            fields.refuse(TLS_ONLY, "beside " + address.text(), "it only with tls://");
        }
        return new BalancerConfig.RuntimeApi(
                name,
                address == null ? new Address.Unix("unix:/", Path.of("/")) : address,
                keyStore,
                ca,
                serverName,
                deadline);
    }

    private static boolean isTls(@Nullable Address address) {
        return address instanceof Address.Port port && port.tls();
    }

    private static boolean httpd(String text) throws Unfit {
        return switch (text) {
            case "haproxy" -> false;
            case "httpd" -> true;
            default -> throw new Unfit("haproxy or httpd", "write one of the two");
        };
    }

    private static URI csv(String text) throws Unfit {
        URI uri = Values.url(text);
        if (!text.endsWith(";csv")) {
            throw new Unfit("the address of the statistics page as CSV", "write " + text + ";csv");
        }
        return uri;
    }
}
