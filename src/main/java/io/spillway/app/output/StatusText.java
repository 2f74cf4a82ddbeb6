package io.spillway.app.output;

import io.spillway.action.Lease;
import io.spillway.desk.Picture;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.fleet.SourceHealth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A [Picture] for people.
public final class StatusText {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private StatusText() {}

    /// Everything on one line, for `--watch` and terminals without a display.
    public static String line(Picture picture) {
        FleetState fleet = picture.fleet();
        int[] all = IntStream.range(0, fleet.servers().size()).toArray();
        long dead = picture.sources().stream().filter(s -> !s.ok()).count();
        long active = picture.leases().stream().filter(l -> l.inForce()).count();
        boolean emergency = picture.leases().stream().anyMatch(StatusText::emergency);
        return "%s  %s%s  %s req/s  CPU %s  %d servers  %s%s%s"
                .formatted(
                        CLOCK.format(picture.time()),
                        practice(picture),
                        picture.state().word(),
                        Figures.number(sum(fleet, Metric.REQUESTS, all)),
                        cpu(fleet, all),
                        all.length,
                        dead == 0 ? "sources ok" : dead(picture.sources()),
                        active == 0 ? "" : "  " + active + " active",
                        emergency ? "  EMERGENCY" : "");
    }

    private static boolean emergency(Lease lease) {
        return lease.inForce() && lease.course().consent().startsWith("EMERGENCY");
    }

    private static String practice(Picture picture) {
        Picture.Practice practice = picture.practice();
        return practice == null
                ? ""
                : "PRACTICE %s %sx  "
                        .formatted(practice.scenario(), Figures.number(practice.speed()));
    }

    private static String dead(List<SourceHealth> sources) {
        return sources.stream()
                .filter(s -> !s.ok())
                .map(SourceHealth::name)
                .collect(Collectors.joining(", ", "no answer from ", ""));
    }

    /// Tables of sources and servers.
    public static String full(Picture picture) {
        StringBuilder text = new StringBuilder();
        text.append(picture.site()).append("  ").append(line(picture)).append('\n');
        picture.notices().forEach(notice -> text.append("! ").append(notice).append('\n'));
        picture.leases().stream()
                .filter(StatusText::emergency)
                .forEach(
                        l -> text.append("! Act %s: %s\n".formatted(l.id(), l.course().consent())));
        Table sources = new Table("SOURCE", "KIND", "STATE", "AGE", "MESSAGE");
        for (SourceHealth source : picture.sources()) {
            double age = (picture.time().toEpochMilli() - source.lastSuccess()) / 1000.0;
            sources.row(
                    source.name(),
                    source.kind(),
                    source.ok() ? "ok" : "dead",
                    Figures.seconds(source.lastSuccess() == 0 ? Double.NaN : age),
                    source.message());
        }
        text.append('\n').append(sources);
        picture.fleet().pools().forEach(pool -> pool(text, pool, picture.fleet()));
        if (!picture.leases().isEmpty()) {
            text.append('\n').append(LeasesText.table(picture.leases()));
        }
        return text.toString();
    }

    private static void pool(StringBuilder text, Pool pool, FleetState fleet) {
        int[] own =
                IntStream.range(0, fleet.servers().size())
                        .filter(i -> fleet.servers().get(i).pool().equals(pool.name()))
                        .toArray();
        text.append(
                "\n%s  %d servers  CPU %s, limit %s\n"
                        .formatted(
                                pool.name(),
                                own.length,
                                cpu(fleet, own),
                                Figures.percent(pool.cpuLimit())));
        Table table =
                new Table(
                        "SERVER",
                        "STATE",
                        "CHECKS",
                        "WEIGHT",
                        "CPU",
                        "REQ/S",
                        "IN FLIGHT",
                        "QUEUE",
                        "ERRORS",
                        "LATENCY",
                        "QUALITY");
        for (int i : own) {
            row(table, fleet, pool, i);
        }
        text.append(table);
    }

    private static void row(Table table, FleetState fleet, Pool pool, int i) {
        Server server = fleet.servers().get(i);
        List<Slots.At> slots = Slots.of(fleet, pool, server);
        String weights =
                slots.stream()
                        .map(at -> String.valueOf(at.slot().weight()))
                        .distinct()
                        .collect(Collectors.joining("/"));
        table.row(
                server.name(),
                Slots.admin(slots).word(),
                Slots.oper(slots).word(),
                weights.isEmpty() ? "-" : weights,
                Figures.percent(fleet.value(Metric.CPU, i)),
                Figures.number(fleet.value(Metric.REQUESTS, i)),
                Figures.number(fleet.value(Metric.IN_FLIGHT, i)),
                Figures.number(fleet.value(Metric.QUEUE, i)),
                Figures.percent(fleet.value(Metric.ERRORS, i)),
                Figures.seconds(fleet.value(Metric.LATENCY, i)),
                fleet.quality(Metric.CPU, i).word());
    }

    private static double sum(FleetState fleet, Metric metric, int[] servers) {
        double[] known = known(fleet, metric, servers);
        return known.length == 0
                ? Double.NaN
                : IntStream.range(0, known.length).mapToDouble(i -> known[i]).sum();
    }

    /// Median and highest, with the hottest server's name.
    private static String cpu(FleetState fleet, int[] servers) {
        double[] known = known(fleet, Metric.CPU, servers);
        if (known.length == 0) {
            return "unknown";
        }
        int hottest = -1;
        for (int i : servers) {
            float value = fleet.value(Metric.CPU, i);
            if (!Float.isNaN(value) && (hottest < 0 || value > fleet.value(Metric.CPU, hottest))) {
                hottest = i;
            }
        }
        return "%s median, %s max (%s)"
                .formatted(
                        Figures.percent(known[known.length / 2]),
                        Figures.percent(known[known.length - 1]),
                        fleet.servers().get(hottest).name());
    }

    private static double[] known(FleetState fleet, Metric metric, int[] servers) {
        return IntStream.of(servers)
                .mapToDouble(i -> fleet.value(metric, i))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }
}
