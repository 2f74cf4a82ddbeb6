package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.testing.HttpdServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `spillway check` and a desk on a real Apache httpd.
class HttpdCheckTest {
    private static final String ODD =
            """
            <Proxy balancer://odd>
              BalancerMember http://127.0.0.1:9 route=fraction loadfactor=1.5
            </Proxy>
            ProxyPass /odd balancer://odd
            """;

    @TempDir Path dir;

    private Cli cli(String manager, String pools) throws IOException {
        Path config =
                Files.writeString(
                        dir.resolve("spillway.yaml"),
                        """
                        balancers:
                          - {name: lb-1, type: httpd, address: '%s', deadline: 2s}
                        pools: %s
                        """
                                .formatted(manager, pools));
        return new Cli(config, dir.resolve("state"));
    }

    private static JsonNode only(Cli.Ran ran, String list) {
        JsonNode all = JsonMapper.shared().readTree(ran.out()).get(list);
        assertThat(all).as(ran.out() + ran.err()).hasSize(1);
        return all.get(0);
    }

    @Test
    void provesThatItCanBeReadAndChanged() throws Exception {
        try (var servers = new HttpdServers("loadfactor=50", ODD)) {
            String manager = servers.httpd.manager();
            Cli good = cli(manager, "[{name: web, backend: be_web}]");
            Cli.Ran ran = good.run("check", "--json");
            assertThat(ran.code()).as(ran.out()).isZero();
            assertThat(ran.out()).contains(manager).contains("\"writable\" : true");

            Cli.Ran odd = cli(manager, "[{name: odd}]").run("check", "--json");
            assertThat(odd.code()).isNotZero();
            assertThat(odd.out())
                    .contains("\"writable\" : false")
                    .contains("fraction has the load factor 1.50");

            Cli.Ran none = cli(manager, "[{name: web}]").run("check", "--json");
            assertThat(none.code()).isNotZero();
            assertThat(none.out()).contains("it has no backend 'web' with servers for pool web");
        }
    }

    @Test
    void aDeskTakesItForABalancer() throws Exception {
        try (var servers = HttpdServers.fifties()) {
            Cli cli = cli(servers.httpd.manager(), "[{name: web, backend: be_web}]");
            Cli.Ran status = cli.run("status", "--json");
            assertThat(only(status, "balancers").get("version").asString())
                    .startsWith("Apache/2.4");
            assertThat(status.out()).contains("\"s1\"", "\"s2\"", "\"s3\"");
        }
    }

    @Test
    void saysWhereNobodyListens() throws Exception {
        Cli.Ran ran =
                cli("http://127.0.0.1:1/balancer-manager", "[{name: web}]").run("check", "--json");
        assertThat(ran.code()).isNotZero();
        assertThat(ran.out())
                .contains(
                        "httpd at http://127.0.0.1:1/balancer-manager refuses connections: start it");
    }
}
