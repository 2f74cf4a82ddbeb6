package io.spillway.ui;

import static io.spillway.ui.SampleAlarmRules.BACKGROUND;
import static io.spillway.ui.SampleAlarmRules.BLIND;
import static io.spillway.ui.SampleAlarmRules.CPU;
import static io.spillway.ui.SampleAlarmRules.ERRORS;
import static io.spillway.ui.SampleAlarmRules.QUEUE;
import static io.spillway.ui.SampleAlarmRules.SATURATION;
import static io.spillway.ui.SampleAlarmRules.SURGE;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.Alarms;
import io.spillway.alarm.Line;
import io.spillway.alarm.Ring;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Standing;
import io.spillway.alarm.signal.Origin;
import io.spillway.alarm.signal.Subject;
import io.spillway.desk.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Alarms as an engine might list them.
public final class SampleAlarms {
    public static final long NOW = SamplePictures.NOW.toEpochMilli();

    private SampleAlarms() {}

    /// An alarm that waits for an answer.
    public static Alarm active(Rule rule, Subject subject, double value, int seconds) {
        long since = NOW - seconds * 1000L;
        return new Alarm(
                rule.name() + "@" + subject.key(),
                rule,
                subject,
                rule.priority(),
                AlarmState.ACTIVE_UNACKNOWLEDGED,
                value,
                since,
                since,
                new Standing(Standing.Phase.BAD, since),
                1000,
                "",
                null,
                null,
                "",
                false,
                Origin.OWN);
    }

    private static Alarm with(
            Alarm a,
            AlarmState state,
            Standing standing,
            String detail,
            Alarm.@Nullable Acknowledged who,
            Alarm.@Nullable Shelf shelf,
            String parent) {
        return new Alarm(
                a.id(),
                a.rule(),
                a.subject(),
                a.priority(),
                state,
                a.value(),
                a.since(),
                NOW,
                standing,
                a.interval(),
                detail,
                who,
                shelf,
                parent,
                a.chatters(),
                a.origin());
    }

    /// The same, in somebody's hands.
    public static Alarm acknowledged(Alarm a, String detail, int seconds) {
        return with(
                a,
                AlarmState.ACTIVE_ACKNOWLEDGED,
                a.standing(),
                detail,
                new Alarm.Acknowledged("ops-1", NOW - seconds * 1000L),
                null,
                "");
    }

    private static Alarm returned(Alarm a, int seconds) {
        Alarm over = with(a, AlarmState.RETURNED_UNACKNOWLEDGED, Standing.WELL, "", null, null, "");
        return new Alarm(
                over.id(),
                over.rule(),
                over.subject(),
                over.priority(),
                over.state(),
                .003,
                over.since(),
                NOW - seconds * 1000L,
                over.standing(),
                1000,
                "",
                null,
                null,
                "",
                false,
                Origin.OWN);
    }

    private static Alarm shelved(Alarm a, int minutes, String reason) {
        long until = minutes == 0 ? 0 : NOW + minutes * 60_000L;
        return with(
                a,
                AlarmState.SHELVED,
                a.standing(),
                "",
                null,
                new Alarm.Shelf("ops-2", NOW - 300_000, until, reason),
                "");
    }

    private static Alarm pending(Rule rule, Subject subject, double value, int seconds) {
        Alarm a = active(rule, subject, value, 0);
        Standing standing = new Standing(Standing.Phase.PENDING, NOW - seconds * 1000L);
        return new Alarm(
                a.id(),
                rule,
                subject,
                rule.priority(),
                AlarmState.NORMAL,
                value,
                0,
                0,
                standing,
                1000,
                "",
                null,
                null,
                "",
                false,
                Origin.OWN);
    }

    private static Alarm clearing(Alarm a, int seconds) {
        Standing standing = new Standing(Standing.Phase.CLEARING, NOW - seconds * 1000L);
        return with(a, a.state(), standing, a.detail(), a.acknowledged(), null, "");
    }

    static Line line(Alarm alarm) {
        return new Line(alarm, List.of(), alarm.rule().title());
    }

    static Subject web(int n) {
        return Subject.server("web", String.format(Locale.ROOT, "web-%03d", n));
    }

    static Alarms of(List<Line> lines, List<Alarm> aside, List<Alarm> pending, boolean flood) {
        return new Alarms(
                lines,
                flood,
                aside,
                pending,
                SampleAlarmPast.events(),
                SampleAlarmPast.figures(),
                Ring.NONE,
                SampleAlarmRules.rules());
    }

    /// Nothing is wrong, and nothing much was.
    public static Alarms calm() {
        return of(List.of(), List.of(), List.of(), false);
    }

    /// What a surge brings: two hot servers, the surge itself, one in hand that clears, one that
    /// went away unseen, one on its way in.
    public static Alarms few() {
        Alarm surge = acknowledged(active(SURGE, Subject.fleet(), 4.12, 2261), "", 2230);
        Alarm background =
                acknowledged(active(BACKGROUND, web(31), .22, 550), "process backup-agent", 481);
        Alarm errors = active(ERRORS, Subject.server("api", "api-011"), .003, 842);
        return of(
                List.of(
                        line(active(CPU, web(17), .95, 24)),
                        line(active(CPU, web(42), .95, 19)),
                        line(returned(errors, 790)),
                        line(surge),
                        line(clearing(background, 50))),
                List.of(shelved(active(QUEUE, web(4), 3, 3000), 0, "Known: cold cache")),
                List.of(pending(QUEUE, web(9), 7, 18)),
                false);
    }

    /// Ten alarms of every kind.
    public static Alarms ten() {
        List<Line> lines = new ArrayList<>(few().lines());
        lines.add(line(active(SATURATION, Subject.fleet(), 400, 61)));
        lines.add(line(active(BLIND, new Subject(Subject.Kind.SOURCE, "", "prom-1"), 1, 40)));
        lines.add(line(active(QUEUE, web(18), 12, 33)));
        lines.add(line(active(CPU, web(19), .93, 90_000)));
        lines.add(line(active(ERRORS, Subject.pool("api"), .12, 70)));
        return of(lines, List.of(), List.of(), false);
    }

    /// So many alarms, each a line.
    public static Alarms many(int n) {
        return of(
                IntStream.rangeClosed(1, n)
                        .mapToObj(i -> line(active(CPU, web(i), .9 + i * .001, 20 + i)))
                        .toList(),
                List.of(),
                List.of(),
                false);
    }

    /// 500 alarms of seven causes.
    public static Alarms flood() {
        List<Line> lines = new ArrayList<>();
        lines.add(line(active(BLIND, new Subject(Subject.Kind.SOURCE, "", "prom-1"), 1, 40)));
        String[] pools = {"web", "api", "checkout", "search", "cart", "img"};
        int[] sizes = {241, 96, 82, 47, 23, 10};
        for (int p = 0; p < pools.length; p++) {
            String pool = pools[p];
            List<Alarm> all = new ArrayList<>();
            for (int i = 1; i <= sizes[p]; i++) {
                String server = String.format(Locale.ROOT, "%s-%03d", pool, i);
                all.add(active(CPU, Subject.server(pool, server), .97, 30 - i / 12));
            }
            lines.add(
                    new Line(
                            all.getFirst(),
                            all.subList(1, all.size()),
                            "CPU overload on " + sizes[p] + " servers of " + pool));
        }
        return of(lines, List.of(), List.of(), true);
    }

    /// All of them put aside, one way or another.
    public static Alarms shelved() {
        Alarm drained = active(CPU, web(66), .91, 700);
        return of(
                List.of(),
                List.of(
                        shelved(active(ERRORS, Subject.pool("api"), .03, 900), 30, "Deploy runs"),
                        shelved(active(QUEUE, web(4), 3, 3000), 0, "Known: cold cache"),
                        with(
                                active(CPU, web(5), .93, 60),
                                AlarmState.SUPPRESSED,
                                Standing.WELL,
                                "",
                                null,
                                null,
                                "silence by ops-2"),
                        with(
                                drained,
                                AlarmState.OUT_OF_SERVICE,
                                drained.standing(),
                                "",
                                null,
                                null,
                                "")),
                List.of(),
                false);
    }

    /// A source is dead: one alarm, and what depended on it is unknown.
    public static Alarms blind() {
        Subject source = new Subject(Subject.Kind.SOURCE, "", "prometheus");
        List<Alarm> unknown =
                IntStream.of(17, 42)
                        .mapToObj(n ->
                                with(
                                        active(CPU, web(n), Double.NaN, 300),
                                        AlarmState.UNKNOWN,
                                        Standing.WELL,
                                        "",
                                        null,
                                        null,
                                        "BLIND prometheus"))
                        .toList();
        return of(List.of(line(active(BLIND, source, 1, 21))), unknown, List.of(), false);
    }

    /// A hot fleet with these alarms.
    public static Picture picture(Alarms alarms) {
        return SamplePictures.overload().withAlarms(alarms);
    }

    /// The same a second later, with other alarms.
    public static Picture next(Picture p, Alarms alarms) {
        return SamplePictures.later(p, p.fleet(), 1).withAlarms(alarms);
    }
}
