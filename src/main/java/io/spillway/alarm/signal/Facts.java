package io.spillway.alarm.signal;

import io.spillway.alarm.rule.RuleNames;
import io.spillway.fleet.Condition;
import io.spillway.watch.capacity.Finding;

/// What no metric carries: conditions, and CPU that traffic does not explain. What has ceased to be
/// the case is not told.
final class Facts {
    private Facts() {}

    static void collect(Scene scene, Collector out) {
        for (Condition condition : scene.conditions()) {
            condition(condition, scene, out);
        }
        for (Finding finding : scene.outlook().findings()) {
            finding(finding, scene, out);
        }
    }

    private static void condition(Condition c, Scene scene, Collector out) {
        Subject subject =
                switch (c.kind()) {
                    case BLIND, CLOCK_SKEW -> named(Subject.Kind.SOURCE, c.subject());
                    case DRIFT, WEIGHTS_REFUSED -> balancer(c.subject());
                    case LEASE_ENDING -> named(Subject.Kind.ACT, c.subject());
                    case JOURNAL_NOT_WRITABLE, NO_SOUND_DEVICE -> named(Subject.Kind.CONSOLE, "");
                };
        boolean measured =
                c.kind() == Condition.Kind.CLOCK_SKEW || c.kind() == Condition.Kind.LEASE_ENDING;
        double value = measured ? c.value() : 1;
        out.rule(name(c.kind()))
                .ifPresent(rule ->
                        out.put(rule, subject, value, scene.interval(), null, c.text(), ""));
    }

    private static Subject balancer(String name) {
        int slash = name.indexOf('/');
        return slash < 0
                ? named(Subject.Kind.BALANCER, name)
                : Subject.server(name.substring(0, slash), name.substring(slash + 1));
    }

    private static Subject named(Subject.Kind kind, String name) {
        return new Subject(kind, "", name);
    }

    private static String name(Condition.Kind kind) {
        return switch (kind) {
            case BLIND -> RuleNames.BLIND;
            case DRIFT -> RuleNames.DRIFT;
            case WEIGHTS_REFUSED -> RuleNames.WEIGHTS_REFUSED;
            case CLOCK_SKEW -> RuleNames.CLOCK_SKEW;
            case LEASE_ENDING -> RuleNames.LEASE_ENDING;
            case JOURNAL_NOT_WRITABLE -> RuleNames.JOURNAL;
            case NO_SOUND_DEVICE -> RuleNames.NO_SOUND;
        };
    }

    private static void finding(Finding f, Scene scene, Collector out) {
        String detail = f.process().isEmpty() ? "" : "process " + f.process();
        out.rule(RuleNames.BACKGROUND_CPU)
                .ifPresent(rule ->
                        out.put(
                                rule,
                                Subject.server(f.pool(), f.server()),
                                f.background() - f.before(),
                                scene.interval(),
                                null,
                                detail,
                                ""));
    }
}
