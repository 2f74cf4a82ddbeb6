package io.spillway.app.config;

import io.spillway.fleet.GateMaps;
import io.spillway.fleet.Pool;
import io.spillway.fleet.RequestClass;
import io.spillway.relief.gate.Ladder;
import io.spillway.relief.gate.Rung;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `gates`.
final class GatesReader {
    private static final String FOLDER = "/etc/haproxy/spillway";

    private final List<String> pools;
    private final List<RequestClass> classes;
    private final Mistakes mistakes;

    GatesReader(List<Pool> pools, List<RequestClass> classes, Mistakes mistakes) {
        this.pools = pools.stream().map(Pool::name).toList();
        this.classes = List.copyOf(classes);
        this.mistakes = mistakes;
    }

    /// Null where the file has no gates.
    @Nullable GatesConfig read(Fields file) {
        Node node = file.node("gates");
        if (node == null) {
            return null;
        }
        if (!file.has("classes")) {
            mistakes.add(
                    file.line("gates"),
                    "gates without classes",
                    "the classes of requests that they gate",
                    "add for example classes: [critical, browse, crawlers]");
        }
        Fields fields = new Fields("gates", node, Keys.GATES, mistakes);
        String only = pools.size() == 1 ? pools.getFirst() : "";
        String pool =
                only.isEmpty()
                        ? fields.required("pool", only, "web", Values::name)
                        : fields.optional("pool", only, Values::name);
        if (!pool.isEmpty() && !pools.contains(pool)) {
            fields.wrong(
                    "pool",
                    "is \"" + pool + "\"",
                    "one of " + String.join(", ", pools),
                    Nearest.of(pool, pools).map(near -> "write " + near).orElse("correct it"));
        }
        GateMaps maps = GateMaps.in(fields.optional("maps", FOLDER, Values::remotePath));
        return new GatesConfig(pool, files(fields, maps), ladder(fields));
    }

    private GateMaps files(Fields gates, GateMaps standard) {
        Node node = gates.node("files");
        if (node == null) {
            return standard;
        }
        Fields fields = new Fields("files", node, Keys.GATE_FILES, mistakes);
        return new GateMaps(
                fields.optional("shed", standard.shed(), Values::remotePath),
                fields.optional("limit", standard.limit(), Values::remotePath),
                fields.optional("epoch", standard.epoch(), Values::remotePath),
                fields.optional("sourceCap", standard.sourceCap(), Values::remotePath),
                fields.optional("agentCap", standard.agentCap(), Values::remotePath));
    }

    /// The rung at which all is open is always there, and first.
    private Ladder ladder(Fields gates) {
        if (!gates.has("ladder")) {
            return Ladder.standard(classes);
        }
        List<Rung> rungs = new ArrayList<>();
        rungs.add(new Rung(Ladder.OPEN, Collections.nCopies(classes.size(), 1.0)));
        for (Node node : gates.items("ladder")) {
            Rung rung = rung(node);
            if (rungs.stream().anyMatch(r -> r.name().equals(rung.name()))) {
                mistakes.add(
                        node.line(),
                        "the rung \"%s\" stands here again".formatted(rung.name()),
                        "each rung once; \"open\" is there of itself",
                        "choose another name");
            }
            rungs.add(rung);
        }
        return new Ladder(rungs);
    }

    private Rung rung(Node node) {
        Fields fields = new Fields("the rung", node, Keys.RUNG, mistakes);
        String name = fields.required("name", "", "crawlers", Values::any);
        Node shares = fields.node("admitted");
        if (shares == null) {
            fields.missing("admitted", "{crawlers: 40%}");
            return new Rung(name, Collections.nCopies(classes.size(), 1.0));
        }
        List<String> names = classes.stream().map(RequestClass::name).toList();
        Fields admitted =
                new Fields("admitted", shares, Keys.Section.of("admitted", names), mistakes);
        List<Double> passing =
                names.stream().map(n -> admitted.optional(n, 1.0, Values::share)).toList();
        if (!passing.isEmpty() && passing.getFirst() < 1) {
            admitted.wrong(
                    names.getFirst(),
                    "is gated",
                    "100%: no preset gates the first class",
                    "remove it");
        }
        return new Rung(name, passing);
    }
}
