package io.spillway.app.output;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.Alarms;
import io.spillway.alarm.rule.Unit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Alarms for people.
public final class AlarmsText {
    private AlarmsText() {}

    public static String of(Alarms alarms) {
        List<Alarm> all = Stream.concat(alarms.listed().stream(), alarms.aside().stream()).toList();
        if (all.isEmpty()) {
            return "no alarms\n";
        }
        Table table = new Table("ID", "PRIORITY", "STATE", "SINCE", "VALUE", "LIMIT", "WHAT", "BY");
        for (Alarm alarm : all) {
            table.row(
                    alarm.id(),
                    alarm.priority().word(),
                    alarm.state().word(),
                    Instant.ofEpochMilli(alarm.since()).truncatedTo(ChronoUnit.SECONDS).toString(),
                    figure(alarm.value(), alarm.rule().unit()),
                    figure(alarm.rule().limits().set(), alarm.rule().unit()),
                    what(alarm),
                    by(alarm));
        }
        return (alarms.flood() ? "FLOOD: alarms come faster than anybody can read\n" : "") + table;
    }

    private static String what(Alarm alarm) {
        String more =
                Stream.of(alarm.detail(), alarm.parent())
                        .filter(s -> !s.isEmpty())
                        .reduce("", (a, b) -> a + ", " + b);
        return alarm.rule().title() + more;
    }

    private static String by(Alarm alarm) {
        if (alarm.shelf() != null) {
            return alarm.shelf().operator() + ": " + alarm.shelf().reason();
        }
        return alarm.acknowledged() == null ? "-" : alarm.acknowledged().operator();
    }

    private static String figure(double value, Unit unit) {
        if (Double.isNaN(value) || unit == Unit.NONE) {
            return "-";
        }
        return switch (unit) {
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case TIMES ->
                    value == 1
                            ? "usual"
                            : String.format(Locale.ROOT, "%+.0f %%", 100 * (value - 1));
            case SECONDS -> String.format(Locale.ROOT, "%.0f s", value);
            default -> String.format(Locale.ROOT, "%.0f", value);
        };
    }
}
