package io.spillway.alarm.rule;

import static io.spillway.alarm.rule.Priority.HIGH;
import static io.spillway.alarm.rule.Priority.LOW;
import static io.spillway.alarm.rule.Priority.MEDIUM;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The rules that hold where the configuration says nothing else.
public final class DefaultRules {
    /// After which time an acknowledged alarm asks again.
    static final Duration RE_ALARM = Duration.ofMinutes(15);

    private static final double NEVER = Double.NaN;

    private DefaultRules() {}

    /// All of them, those about traffic first.
    public static Rules rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(cpu());
        rules.addAll(load());
        rules.addAll(answers());
        rules.addAll(servers());
        rules.addAll(OwnRules.rules());
        return new Rules(rules, List.of());
    }

    private static List<Rule> cpu() {
        return List.of(
                rule(
                        RuleNames.SERVER_CPU,
                        "CPU overload",
                        HIGH,
                        Unit.SHARE,
                        limits(.90, .82, NEVER, 20, 60),
                        new Guidance(
                                "The server gets more work than its processors can do.",
                                "Its requests wait, then time out; its health check may fail and"
                                        + " throw its load on the others.",
                                "Shift load to servers with room: open Relief for its pool. If"
                                        + " only this one is hot, look for a foreign process.",
                                Duration.ofMinutes(5))),
                rule(
                        RuleNames.POOL_CPU,
                        "Pool overload",
                        HIGH,
                        Unit.SHARE,
                        limits(.85, .78, NEVER, 20, 60),
                        new Guidance(
                                "The pool as a whole gets more work than it can carry.",
                                "No server has room left, so the loss of one takes others with"
                                        + " it.",
                                "Bring standby servers in, or slow the requests that can wait:"
                                        + " open Relief for the pool.",
                                Duration.ofMinutes(5))),
                rule(
                        RuleNames.BACKGROUND_CPU,
                        "Background CPU",
                        LOW,
                        Unit.SHARE,
                        limits(.10, .05, NEVER, 60, 300),
                        new Guidance(
                                "Something beside traffic uses the server: a backup, a build, a"
                                        + " runaway process.",
                                "The server carries less than it should and is the first to"
                                        + " overload.",
                                "Stop or move the process that is named, or give the server less"
                                        + " weight while it runs.",
                                Duration.ofHours(1))));
    }

    private static List<Rule> load() {
        return List.of(
                rule(
                        RuleNames.SURGE,
                        "Surge",
                        MEDIUM,
                        Unit.TIMES,
                        limits(1, 1, NEVER, 0, 0),
                        new Guidance(
                                "Requests grow well beyond what is usual: a campaign, a crawler,"
                                        + " clients that retry.",
                                "If it goes on, capacity runs out.",
                                "See under Why who brings it and when capacity is reached; prepare"
                                        + " relief before that.",
                                Duration.ofMinutes(15))),
                rule(
                        RuleNames.COLLAPSE,
                        "Load collapsed",
                        MEDIUM,
                        Unit.TIMES,
                        limits(.5, .6, NEVER, 60, 300),
                        new Guidance(
                                "Far fewer requests arrive than usual: something before the"
                                        + " balancers fails, or what they serve.",
                                "Users cannot reach the site, and come back all at once when"
                                        + " they can.",
                                "Check DNS, CDN, uplinks and the last deployment. Change no"
                                        + " weights for it.",
                                Duration.ofMinutes(10))),
                rule(
                        RuleNames.SATURATION,
                        "Capacity runs out",
                        MEDIUM,
                        Unit.SECONDS,
                        limits(1800, 2700, 600, 60, 300),
                        new Guidance(
                                "At its present growth load reaches what the servers can carry.",
                                "From then on servers overload one after the other.",
                                "Act before that time: open Relief, or bring standby servers in.",
                                Duration.ofMinutes(10))));
    }

    private static List<Rule> answers() {
        return List.of(
                rule(
                        RuleNames.QUEUE,
                        "Requests wait",
                        MEDIUM,
                        Unit.COUNT,
                        limits(1, 0, NEVER, 20, 60),
                        new Guidance(
                                "The server has as many requests as the balancer lets it have; more"
                                        + " wait for it.",
                                "Users wait as well, and time out when the queue is full.",
                                "Shift load to other servers of the pool; check whether this one"
                                        + " answers slowly.",
                                Duration.ofMinutes(10))),
                rule(
                        RuleNames.ERRORS,
                        "Answers fail",
                        MEDIUM,
                        Unit.SHARE,
                        limits(.02, .01, .10, 30, 60),
                        new Guidance(
                                "Servers answer with 5xx: a fault in the application, in what it"
                                        + " depends on, or overload.",
                                "That share of requests is lost; clients that retry add load.",
                                "See on Servers whether one or all fail. Drain a single one; for"
                                        + " all, call whoever answers for the application.",
                                Duration.ofMinutes(10))),
                rule(
                        RuleNames.LATENCY,
                        "Slow answers",
                        MEDIUM,
                        Unit.TIMES,
                        limits(2, 1.5, NEVER, 60, 120),
                        new Guidance(
                                "The slowest servers of the pool take much longer than usual:"
                                        + " overload, or something they depend on.",
                                "Requests pile up and fill servers and queues.",
                                "If CPU is high too, shift load. If it is not, look at databases"
                                        + " and services behind the pool.",
                                Duration.ofMinutes(10))));
    }

    private static List<Rule> servers() {
        return List.of(
                rule(
                        RuleNames.SERVER_DOWN,
                        "Server down",
                        MEDIUM,
                        Unit.NONE,
                        limits(1, 1, NEVER, 5, 5),
                        new Guidance(
                                "The balancer's health checks of the server fail.",
                                "The others carry its load; the next loss may be one too many.",
                                "Check that the others have room, then repair the server. Set it"
                                        + " to maintenance while you do.",
                                Duration.ofMinutes(15))),
                rule(
                        RuleNames.FLAPPING,
                        "Server flaps",
                        LOW,
                        Unit.COUNT,
                        limits(3, 1, NEVER, 0, 0),
                        new Guidance(
                                "Health checks fail and succeed in turn: the server is at its limit,"
                                        + " or the check is too strict.",
                                "Its load jumps to the others and back each time.",
                                "Drain it, then find out why its check fails.",
                                Duration.ofMinutes(30))));
    }

    static Rule rule(
            String name,
            String title,
            Priority priority,
            Unit unit,
            Limits limits,
            Guidance guidance) {
        return new Rule(name, title, priority, guidance, limits, unit, RE_ALARM);
    }

    /// @param on seconds
    /// @param off seconds
    static Limits limits(double set, double clear, double high, long on, long off) {
        return new Limits(set, clear, high, Duration.ofSeconds(on), Duration.ofSeconds(off));
    }
}
