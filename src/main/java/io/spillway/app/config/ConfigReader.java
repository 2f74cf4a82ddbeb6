package io.spillway.app.config;

import io.spillway.alarm.rule.Rules;
import io.spillway.fleet.Pool;
import io.spillway.fleet.RequestClass;
import io.spillway.relief.guard.Guards;
import io.spillway.watch.detect.Campaign;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the whole file.
final class ConfigReader {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Surroundings surroundings;
    private final Mistakes mistakes;
    private final Map<String, Guards> guards = new HashMap<>();
    private final Map<String, ScaleConfig> scales = new HashMap<>();

    ConfigReader(Surroundings surroundings, Mistakes mistakes) {
        this.surroundings = surroundings;
        this.mistakes = mistakes;
    }

    Config read(Path file, Node root) {
        Fields fields = new Fields("the file", root, Keys.FILE, mistakes);
        SecretReader secrets = new SecretReader(surroundings, mistakes);
        LoginReader logins = new LoginReader(secrets, surroundings);
        SourceReader sourceReader =
                new SourceReader(logins, new LogAddressReader(surroundings.folder()), mistakes);
        BalancerReader balancerReader = new BalancerReader(secrets, logins, surroundings, mistakes);
        Map<String, Integer> names = new HashMap<>();
        List<SourceConfig> sources = new ArrayList<>();
        for (Node node : fields.items("sources")) {
            sources.add(sourceReader.read(node));
            unique(names, node, "a source or balancer");
        }
        if (!fields.has("balancers")) {
            fields.missing("balancers", "[{name: lb-1, address: unix:/run/haproxy/admin.sock}]");
        }
        List<BalancerConfig> balancers = new ArrayList<>();
        for (Node node : fields.items("balancers")) {
            balancers.add(balancerReader.read(node));
            unique(names, node, "a source or balancer");
        }
        PracticeConfig practice = practice(fields);
        if (practice != null) {
            balancers.stream()
                    .filter(b -> !(b instanceof BalancerConfig.RuntimeApi))
                    .forEach(balancer -> unmarked(fields, balancer));
            sources.forEach(source -> unmarked(fields, source));
        }
        List<RequestClass> classes = new ClassesReader(mistakes).read(fields);
        GuardsReader guardsReader =
                new GuardsReader(classes.stream().map(RequestClass::name).toList(), mistakes);
        List<Pool> pools =
                pools(
                        fields,
                        logins,
                        guardsReader,
                        balancers.stream().map(BalancerConfig::name).toList());
        Rules alarms = alarms(fields, pools);
        return new Config(
                file,
                fields.optional("site", "fleet", Values::any),
                fields.has("language")
                        ? fields.optional("language", Locale.ENGLISH, Values::language)
                        : null,
                new LookConfig(
                        fields.optional("theme", LookConfig.USUAL.theme(), Values::theme),
                        fields.optional("motion", LookConfig.USUAL.motion(), Values::motion)),
                fields.optional("poll", POLL, Values::poll),
                fields.optional("metricsPort", 0, Values::ownPort),
                sources,
                balancers,
                pools,
                classes,
                new GatesReader(pools, classes, mistakes).read(fields),
                campaigns(fields),
                new AlarmConfig(alarms, alarms),
                new ReliefConfig(new OperatorsReader(mistakes).read(fields), guards, scales),
                practice);
    }

    /// Neither a statistics page nor httpd says whether it is a practice fleet's.
    private void unmarked(Fields fields, BalancerConfig balancer) {
        Node node = fields.node("practice");
        mistakes.add(
                node == null ? 1 : node.line(),
                "practice beside %s \"%s\""
                        .formatted(
                                balancer instanceof BalancerConfig.Httpd
                                        ? "the httpd"
                                        : "the statistics page of",
                                balancer.name()),
                "balancers by `address` of a Runtime API, which can prove that they are practice",
                "use the file that `spillway practice --config-out` wrote");
    }

    /// Nor does a log, or an Alertmanager.
    private void unmarked(Fields fields, SourceConfig source) {
        String kind =
                switch (source) {
                    case SourceConfig.Log _ -> "log";
                    case SourceConfig.Alertmanager _ -> "Alertmanager";
                    case SourceConfig.Engine _ -> "";
                };
        if (!kind.isEmpty()) {
            mistakes.add(
                    fields.line("practice"),
                    "practice beside the %s of \"%s\"".formatted(kind, source.name()),
                    "no %s, because a practice fleet has none".formatted(kind),
                    "remove that source");
        }
    }

    private List<Pool> pools(
            Fields fields, LoginReader logins, GuardsReader most, List<String> balancers) {
        if (!fields.has("pools")) {
            fields.missing("pools", "[{name: web, backend: be_web}]");
        }
        PoolReader reader = new PoolReader(balancers, mistakes);
        Map<String, Integer> names = new HashMap<>();
        List<Pool> pools = new ArrayList<>();
        for (Node node : fields.items("pools")) {
            Pool pool = reader.read(node);
            unique(names, node, "a pool");
            overlap(pools, pool, node);
            Fields relief = new Fields("the pool", node, Keys.POOL, new Mistakes());
            guards.put(pool.name(), most.read(relief));
            scale(pool, relief, logins);
            pools.add(pool);
        }
        return pools;
    }

    private void scale(Pool pool, Fields fields, LoginReader logins) {
        ScaleConfig scale = new ScaleReader(logins, surroundings, mistakes).read(fields);
        if (scale != null) {
            scales.put(pool.name(), scale);
        }
    }

    private Rules alarms(Fields fields, List<Pool> pools) {
        Node node = fields.node("alarms");
        Rules standard = AlarmsReader.standard(pools);
        List<String> names = pools.stream().map(Pool::name).toList();
        return node == null
                ? standard
                : new AlarmsReader(names, mistakes).read(node, standard, false);
    }

    private List<Campaign> campaigns(Fields fields) {
        CampaignReader reader = new CampaignReader(mistakes);
        return fields.items("campaigns").stream().map(reader::read).toList();
    }

    /// Two pools may not move the same servers.
    private void overlap(List<Pool> earlier, Pool pool, Node node) {
        for (Pool other : earlier) {
            boolean shared = other.balancers().stream().anyMatch(pool.balancers()::contains);
            boolean same = other.backend().equals(pool.backend());
            if (same && shared && !other.name().equals(pool.name())) {
                mistakes.add(
                        node.line(),
                        "the backend \"%s\" already belongs to the pool \"%s\""
                                .formatted(pool.backend(), other.name()),
                        "one pool for each backend of a balancer",
                        "name another backend or other balancers");
            }
        }
    }

    private void unique(Map<String, Integer> names, Node node, String what) {
        Node.@Nullable Entry entry =
                node instanceof Node.Mapping mapping ? mapping.entries().get("name") : null;
        if (entry != null && entry.value() instanceof Node.Text name) {
            Integer earlier = names.putIfAbsent(name.value(), entry.line());
            if (earlier != null) {
                mistakes.add(
                        entry.line(),
                        "the name \"%s\" is that of %s on line %d already"
                                .formatted(name.value(), what, earlier),
                        "a name of its own",
                        "choose another name");
            }
        }
    }

    private @Nullable PracticeConfig practice(Fields file) {
        Node node = file.node("practice");
        if (node == null) {
            return null;
        }
        Fields fields = new Fields("practice", node, Keys.PRACTICE, mistakes);
        String time = "2026-11-22T13:00:00Z";
        Path state = fields.required("state", Path.of("."), "/tmp/practice", Values::path);
        return new PracticeConfig(
                fields.required("scenario", ScenarioName.CALM, "surge", Values::scenario),
                fields.optional("speed", 1.0, Values::speed),
                fields.required("start", Instant.EPOCH, time, Values::instant),
                fields.required("since", Instant.EPOCH, time, Values::instant),
                surroundings.folder().resolve(state).normalize());
    }
}
