package io.spillway.app.config;

import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Standby;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads one entry of `pools`.
final class PoolReader {
    private static final double CPU_LIMIT = 0.9;

    private final List<String> balancers;
    private final Mistakes mistakes;

    /// @param balancers the names that pools may refer to
    PoolReader(List<String> balancers, Mistakes mistakes) {
        this.balancers = List.copyOf(balancers);
        this.mistakes = mistakes;
    }

    Pool read(Node node) {
        Fields fields = new Fields("the pool", node, Keys.POOL, mistakes);
        String name = fields.required("name", "", "web", Values::name);
        double limit = fields.optional("cpuLimit", CPU_LIMIT, Values::percent);
        return new Pool(
                name,
                fields.optional("backend", name, Values::name),
                limit,
                fields.optional("minInService", 0, Values::count),
                fields.has("balancers") ? references(fields) : balancers,
                match(fields),
                fields.optional("target", 0.0, text -> target(text, limit)),
                fields.optional("cores", 0, Values::count),
                standby(fields));
    }

    private Standby standby(Fields fields) {
        List<String> names = new ArrayList<>();
        for (Node item : fields.items("standby")) {
            String name = item instanceof Node.Text text ? text.value() : "";
            if (name.isEmpty() || names.contains(name)) {
                mistakes.add(
                        item.line(),
                        name.isEmpty()
                                ? "an entry of standby is " + item.kind()
                                : "the server \"%s\" stands here again".formatted(name),
                        "the name of a server at the balancers, each once",
                        "write the name alone, or remove it");
            } else {
                names.add(name);
            }
        }
        return new Standby(
                names,
                fields.optional("slowStart", Duration.ZERO, LevelValues::delay),
                fields.optional("bootTime", Duration.ZERO, LevelValues::delay));
    }

    private static double target(String text, double limit) throws Unfit {
        double target = Values.percent(text);
        if (target > limit) {
            throw new Unfit(
                    "a percentage up to the pool's cpuLimit of %d%%"
                            .formatted(Math.round(100 * limit)),
                    "lower target or raise cpuLimit");
        }
        return target;
    }

    private List<String> references(Fields fields) {
        List<String> names = new ArrayList<>();
        for (Node item : fields.items("balancers")) {
            if (!(item instanceof Node.Text text)) {
                mistakes.add(
                        item.line(),
                        "an entry of balancers is " + item.kind(),
                        "the name of a balancer",
                        "write the name alone");
            } else if (!balancers.contains(text.value())) {
                mistakes.add(
                        item.line(),
                        "there is no balancer \"%s\"".formatted(text.value()),
                        balancers.isEmpty()
                                ? "the name of one in balancers"
                                : "one of " + String.join(", ", balancers),
                        Nearest.of(text.value(), balancers)
                                .map(near -> "write " + near)
                                .orElse("add it to balancers, or remove it here"));
            } else if (names.contains(text.value())) {
                mistakes.add(
                        item.line(),
                        "the balancer \"%s\" stands here again".formatted(text.value()),
                        "each balancer once",
                        "remove one of the two");
            } else {
                names.add(text.value());
            }
        }
        return names;
    }

    private Match match(Fields pool) {
        Node node = pool.node("match");
        if (node == null) {
            return new Match(Match.By.LABEL, "server", "");
        }
        Fields fields = new Fields("match", node, Keys.MATCH, mistakes);
        Match.By by = fields.required("by", Match.By.LABEL, "label", PoolReader::by);
        String label =
                fields.optional("label", by == Match.By.LABEL ? "server" : "instance", Values::any);
        if (by != Match.By.PATTERN) {
            fields.refuse(
                    List.of("pattern"),
                    "beside by: " + by.name().toLowerCase(Locale.ROOT),
                    "it only with by: pattern");
            return new Match(by, label, "");
        }
        String any = "(.*)";
        return new Match(
                by, label, fields.required("pattern", any, "'^(web-\\d+)\\.'", Values::pattern));
    }

    private static Match.By by(String text) throws Unfit {
        return switch (text) {
            case "label" -> Match.By.LABEL;
            case "address" -> Match.By.ADDRESS;
            case "pattern" -> Match.By.PATTERN;
            default -> throw new Unfit("one of label, address, pattern", "choose one of them");
        };
    }
}
