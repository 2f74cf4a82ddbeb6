package io.spillway.app.config;

import io.spillway.control.scale.KubernetesTarget;
import io.spillway.control.scale.KubernetesTarget.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the group `scale` of a pool.
final class ScaleReader {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final List<String> KINDS = List.of("command", "webhook", "kubernetes");
    private static final List<String> OF_WEBHOOK = List.of("username", "password", "bearer", "ca");
    private static final List<String> OF_KUBERNETES = List.of("namespace", "kubeconfig", "context");

    private final LoginReader logins;
    private final Surroundings surroundings;
    private final Mistakes mistakes;

    ScaleReader(LoginReader logins, Surroundings surroundings, Mistakes mistakes) {
        this.logins = logins;
        this.surroundings = surroundings;
        this.mistakes = mistakes;
    }

    /// Null where the pool has no such group, or one without sense.
    @Nullable ScaleConfig read(Fields pool) {
        Node node = pool.node("scale");
        if (node == null) {
            return null;
        }
        Fields fields = new Fields("scale", node, Keys.SCALE, mistakes);
        String kind = KINDS.stream().filter(fields::has).findFirst().orElse("");
        if (kind.isEmpty()) {
            fields.missing("command", "[/usr/local/bin/scale-web]");
            return null;
        }
        List<String> others = KINDS.stream().filter(k -> !k.equals(kind)).toList();
        fields.refuse(others, "beside " + kind, "one of the three");
        if (!kind.equals("webhook")) {
            fields.refuse(OF_WEBHOOK, "beside " + kind, "it only with webhook");
        }
        if (!kind.equals("kubernetes")) {
            fields.refuse(OF_KUBERNETES, "beside " + kind, "it only with kubernetes");
        }
        Duration deadline = fields.optional("deadline", DEADLINE, Values::deadline);
        return switch (kind) {
            case "command" -> command(fields, deadline);
            case "webhook" -> webhook(fields, deadline);
            default -> kubernetes(fields, deadline);
        };
    }

    private @Nullable ScaleConfig command(Fields fields, Duration deadline) {
        List<String> command = new ArrayList<>();
        for (Node item : fields.items("command")) {
            if (item instanceof Node.Text text) {
                command.add(text.value());
            } else {
                mistakes.add(
                        item.line(),
                        "an entry of command is " + item.kind(),
                        "the program or an argument",
                        "write it between quotes");
            }
        }
        return command.isEmpty() ? null : new ScaleConfig.Command(command, deadline);
    }

    private ScaleConfig webhook(Fields fields, Duration deadline) {
        URI uri = fields.optional("webhook", SourceReader.NOWHERE, Values::url);
        return new ScaleConfig.Webhook(
                uri, logins.login(fields), logins.authorities(fields, uri), deadline);
    }

    private ScaleConfig kubernetes(Fields fields, Duration deadline) {
        var nothing = new KubernetesTarget(Kind.DEPLOYMENT, "default", "");
        KubernetesTarget target = fields.optional("kubernetes", nothing, ScaleReader::target);
        String namespace = fields.optional("namespace", "default", Values::name);
        return new ScaleConfig.Kubernetes(
                new KubernetesTarget(target.kind(), namespace, target.name()),
                fields.optional("kubeconfig", null, surroundings::file),
                fields.optional("context", "", Values::any),
                deadline);
    }

    private static KubernetesTarget target(String text) throws Unfit {
        int slash = text.indexOf('/');
        String name = Values.name(text.substring(slash + 1));
        for (Kind kind : Kind.values()) {
            if (slash > 0 && kind.word().equalsIgnoreCase(text.substring(0, slash))) {
                return new KubernetesTarget(kind, "default", name);
            }
        }
        throw new Unfit(
                "deployment/NAME, statefulset/NAME or replicaset/NAME",
                "write for example deployment/web");
    }
}
