package io.spillway.app.config;

import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Guidance;
import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.RuleCheck;
import io.spillway.alarm.rule.RuleNames;
import io.spillway.alarm.rule.Rules;
import io.spillway.alarm.rule.Rules.Own;
import io.spillway.alarm.rule.Unit;
import io.spillway.fleet.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads what a file says of alarms.
final class AlarmsReader {
    private static final List<String> LEVELS = List.of("set", "clear", "high");
    private static final double USUAL_CPU_LIMIT = 0.9;

    private final List<String> pools;
    private final Mistakes mistakes;

    /// @param pools the names of those that may have limits of their own
    AlarmsReader(List<String> pools, Mistakes mistakes) {
        this.pools = List.copyOf(pools);
        this.mistakes = mistakes;
    }

    /// The default rules, each pool's servers held against its own limit of CPU.
    static Rules standard(List<Pool> pools) {
        Rules rules = DefaultRules.rules();
        Limits cpu = rules.rule(RuleNames.SERVER_CPU).orElseThrow().limits();
        List<Own> own =
                pools.stream()
                        .filter(pool -> pool.cpuLimit() != USUAL_CPU_LIMIT)
                        .map(pool -> {
                            double set = pool.cpuLimit();
                            Limits limits =
                                    new Limits(
                                            set,
                                            inProportion(cpu, set),
                                            cpu.high(),
                                            cpu.onDelay(),
                                            cpu.offDelay());
                            return new Own(RuleNames.SERVER_CPU, pool.name(), "", limits);
                        })
                        .toList();
        return new Rules(rules.rules(), own);
    }

    /// Reads the group of all rules.
    ///
    /// @param base what holds of whatever the group does not name
    /// @param whole true if what a rule says of pools and servers is all there is of them
    Rules read(Node node, Rules base, boolean whole) {
        Fields fields = new Fields("alarms", node, Keys.ALARMS, mistakes);
        List<Rule> rules = new ArrayList<>();
        List<Own> own = new ArrayList<>(base.own());
        for (Rule rule : base.rules()) {
            Node said = fields.node(rule.name());
            if (said == null) {
                rules.add(rule);
                continue;
            }
            if (whole) {
                own.removeIf(o -> o.rule().equals(rule.name()));
            }
            rules.add(rule(said, rule, own));
        }
        return new Rules(rules, own);
    }

    private Rule rule(Node node, Rule base, List<Own> own) {
        Fields fields = new Fields("the rule " + base.name(), node, Keys.ALARM_RULE, mistakes);
        Guidance old = base.guidance();
        Rule rule =
                new Rule(
                        base.name(),
                        base.title(),
                        fields.optional("priority", base.priority(), LevelValues::priority),
                        new Guidance(
                                fields.optional("cause", old.cause(), Values::any),
                                fields.optional("consequence", old.consequence(), Values::any),
                                fields.optional("response", old.response(), Values::any),
                                fields.optional(
                                        "respondWithin", old.timeToRespond(), LevelValues::span)),
                        limits(fields, base.limits(), base.unit()),
                        base.unit(),
                        fields.optional("reAlarm", base.reAlarm(), LevelValues::span));
        say(node, RuleCheck.of(rule));
        special(fields, rule, own, "pools");
        special(fields, rule, own, "servers");
        return rule;
    }

    private Limits limits(Fields fields, Limits base, Unit unit) {
        if (unit == Unit.NONE) {
            fields.refuse(LEVELS, "in a rule without a figure", "only priority and delays");
        }
        double set = fields.optional("set", base.set(), text -> LevelValues.level(text, unit));
        double clear = fields.has("set") ? inProportion(base, set) : base.clear();
        return new Limits(
                unit == Unit.NONE ? base.set() : set,
                unit == Unit.NONE
                        ? base.clear()
                        : fields.optional("clear", clear, text -> LevelValues.level(text, unit)),
                unit == Unit.NONE
                        ? base.high()
                        : fields.optional(
                                "high", base.high(), text -> LevelValues.high(text, unit)),
                fields.optional("onDelay", base.onDelay(), LevelValues::delay),
                fields.optional("offDelay", base.offDelay(), LevelValues::delay));
    }

    /// Where it is to clear if only set was moved: as many times set as before.
    private static double inProportion(Limits base, double set) {
        double clear = base.set() == 0 ? base.clear() : set * base.clear() / base.set();
        return Math.rint(clear * 1e4) / 1e4;
    }

    /// Reads limits of pools, or of servers.
    private void special(Fields fields, Rule rule, List<Own> own, String key) {
        Node node = fields.node(key);
        if (node == null) {
            return;
        }
        boolean servers = key.equals("servers");
        if (!(node instanceof Node.Mapping(_, Map<String, Node.Entry> entries))) {
            fields.wrong(
                    key,
                    "is " + node.kind(),
                    "a group of names with levels",
                    "write for example " + (servers ? "web/web-01" : "web") + ": {set: 2}");
            return;
        }
        entries.forEach((name, entry) -> {
            int slash = servers ? name.indexOf('/') : name.length();
            String pool = slash < 0 ? name : name.substring(0, slash);
            if (slash < 0 || !pools.contains(pool)) {
                unknown(name, entry, servers);
                return;
            }
            String server = servers ? name.substring(slash + 1) : "";
            Limits base = new Rules(List.of(rule), own).limits(rule, pool, server);
            Fields levels =
                    new Fields(rule.name() + " of " + name, entry.value(), Keys.LEVELS, mistakes);
            Limits limits = limits(levels, base, rule.unit());
            say(entry.value(), RuleCheck.limits("the rule for " + name + " ", rule, limits));
            own.removeIf(o ->
                    o.rule().equals(rule.name())
                            && o.pool().equals(pool)
                            && o.server().equals(server));
            own.add(new Own(rule.name(), pool, server, limits));
        });
    }

    private void unknown(String name, Node.Entry entry, boolean servers) {
        mistakes.add(
                entry.line(),
                "there is no %s \"%s\"".formatted(servers ? "pool of a server" : "pool", name),
                servers ? "POOL/SERVER" : "one of " + String.join(", ", pools),
                nearest(name, servers));
    }

    private String nearest(String name, boolean servers) {
        return servers
                ? "write the pool's name, a / and the server's name"
                : Nearest.of(name, pools).map(near -> "write " + near).orElse("remove it");
    }

    /// Takes over what is wrong with a rule.
    private void say(Node node, List<String> wrong) {
        for (String sentence : wrong) {
            int split = sentence.indexOf("; ");
            String found = sentence.substring(0, split);
            mistakes.add(
                    node.line(),
                    found.substring(0, 1).toLowerCase(Locale.ROOT) + found.substring(1),
                    "a rule that can come and go",
                    sentence.substring(split + 2, sentence.length() - 1));
        }
    }
}
