package io.spillway.ui;

import io.spillway.alarm.rule.Guidance;
import io.spillway.alarm.rule.Limits;
import io.spillway.alarm.rule.Priority;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Unit;
import java.time.Duration;
import java.util.List;

/// Rules the sample alarms ring by.
public final class SampleAlarmRules {
    public static final Rule CPU =
            rule("server-cpu", "CPU overload", Priority.HIGH, limits(.9, .82, 20, 60), Unit.SHARE);
    public static final Rule SURGE =
            rule("surge", "Surge", Priority.MEDIUM, limits(1.35, 1.2, 0, 60), Unit.TIMES);
    public static final Rule ERRORS =
            rule("errors", "Errors above 2 %", Priority.MEDIUM, errors(), Unit.SHARE);
    public static final Rule BACKGROUND =
            rule("background-cpu", "Background CPU", Priority.LOW, back(), Unit.SHARE);
    public static final Rule QUEUE =
            rule("queue", "Queue growing", Priority.MEDIUM, limits(1, 0, 30, 60), Unit.COUNT);
    public static final Rule SATURATION =
            rule("saturation", "Saturates soon", Priority.MEDIUM, ahead(), Unit.SECONDS);
    public static final Rule BLIND =
            rule("blind", "BLIND", Priority.HIGH, limits(1, 1, 0, 0), Unit.NONE);

    private SampleAlarmRules() {}

    private static Limits limits(double set, double clear, int on, int off) {
        return new Limits(set, clear, Double.NaN, Duration.ofSeconds(on), Duration.ofSeconds(off));
    }

    private static Limits errors() {
        return new Limits(.02, .01, .1, Duration.ofSeconds(30), Duration.ofMinutes(1));
    }

    private static Limits back() {
        return limits(.1, .08, 60, 300);
    }

    private static Limits ahead() {
        return new Limits(1800, 2700, 600, Duration.ZERO, Duration.ofMinutes(1));
    }

    private static Rule rule(String name, String title, Priority p, Limits limits, Unit unit) {
        Guidance guidance =
                new Guidance(
                        "Traffic exceeds what this server can carry.",
                        "If left, its queue grows and clients see time-outs.",
                        "Redistribute the pool; if headroom is under 10 %, close gate 1 as well.",
                        Duration.ofMinutes(2));
        return new Rule(name, title, p, guidance, limits, unit, Duration.ofMinutes(15));
    }

    static List<Rule> rules() {
        return List.of(CPU, SURGE, SATURATION, QUEUE, ERRORS, BACKGROUND, BLIND);
    }
}
