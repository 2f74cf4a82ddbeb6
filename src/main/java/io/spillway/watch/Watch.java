package io.spillway.watch;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.LoggedRequest;
import io.spillway.fleet.Pool;
import io.spillway.fleet.ProcessShare;
import io.spillway.fleet.Server;
import io.spillway.watch.capacity.Capacity;
import io.spillway.watch.capacity.Finding;
import io.spillway.watch.capacity.ServerEstimator;
import io.spillway.watch.detect.Calendar;
import io.spillway.watch.detect.Campaign;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.usual.Band;
import io.spillway.watch.who.Attribution;
import io.spillway.watch.who.Attributor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All of watch over one fleet: a step a tick, readings in, an [Outlook] out. For one thread.
public final class Watch {
    /// The name of the whole fleet among the pools.
    public static final String FLEET = "";

    /// How far ahead campaigns are shown, milliseconds.
    private static final long ANNOUNCED = 2 * 86_400_000L;

    private static final long REFRESH = 15_000;

    private final Calendar calendar;
    private final Map<String, Watched> watched = new HashMap<>();
    private final Loads loads = new Loads();
    private final ServerEstimator servers = new ServerEstimator();
    private final Attributor attributor = new Attributor();
    private Attribution why = Attribution.none();
    private long asked = Long.MIN_VALUE;

    /// @param campaigns surges that are announced
    public Watch(List<Campaign> campaigns) {
        calendar = new Calendar(campaigns);
    }

    /// One load with its band, which is made anew only once a minute.
    private static final class Watched {
        LoadWatch load;
        Band band = Band.unknown(0);
        long minute = Long.MIN_VALUE;

        Watched(LoadWatch load) {
            this.load = load;
        }
    }

    /// A watch of one load that knows nothing yet, to be taught on any one thread and then put in
    /// by [#learnt].
    public LoadWatch novice() {
        return new LoadWatch(calendar);
    }

    /// Puts in a watch that has learnt from the past.
    ///
    /// @param subject a pool's name, or [#FLEET]
    public void learnt(String subject, LoadWatch load) {
        watched.put(subject, new Watched(load));
    }

    /// One tick.
    ///
    /// @param fleet as joined from all sources
    /// @param keys what single keys bring, as far as balancers told since the last tick
    /// @param requests those logged since the last tick
    /// @param processes the busiest processes of each server's machine, most telling first
    public Outlook step(
            FleetState fleet,
            List<KeyRate> keys,
            List<LoggedRequest> requests,
            Map<Server, List<ProcessShare>> processes) {
        long now = fleet.time();
        loads.read(fleet);
        servers.add(fleet);
        attributor.keys(now, keys);
        requests.forEach(attributor::add);
        List<LoadOutlook> pools = new ArrayList<>(fleet.pools().size());
        for (int i = 0; i < fleet.pools().size(); i++) {
            Pool pool = fleet.pools().get(i);
            pools.add(look(pool.name(), now, loads.pool(i), servers.poolCapacity(pool.name())));
        }
        LoadOutlook all = look(FLEET, now, loads.fleet(), servers.fleetCapacity());
        return new Outlook(
                all,
                pools,
                servers.capacities(),
                servers.findings().stream().map(f -> named(f, processes)).toList(),
                why(all, pools, now),
                announced(all, now));
    }

    /// Names the process that rose as the background did.
    private static Finding named(Finding finding, Map<Server, List<ProcessShare>> processes) {
        List<ProcessShare> busiest =
                processes.entrySet().stream()
                        .filter(e -> e.getKey().pool().equals(finding.pool()))
                        .filter(e -> e.getKey().name().equals(finding.server()))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse(List.of());
        double rise = finding.background() - finding.before();
        return busiest.stream()
                .min(Comparator.comparingDouble(p -> Math.abs(p.rise() - rise)))
                .map(p -> finding.withProcess(p.process(), p.share()))
                .orElse(finding);
    }

    private LoadOutlook look(String subject, long now, double load, Capacity capacity) {
        Watched one = watched.computeIfAbsent(subject, s -> new Watched(novice()));
        one.load.add(now, load, capacity.atLimit());
        if (Math.floorDiv(now, 60_000) != one.minute) {
            one.minute = Math.floorDiv(now, 60_000);
            long from = (one.minute - 1440) * 60_000;
            one.band = one.load.usual(from, from + 26 * 3_600_000L, 60_000);
        }
        return new LoadOutlook(
                subject,
                load,
                one.band,
                one.load.detections(),
                capacity,
                one.load.forecast(now, Double.isNaN(load) ? Double.NaN : capacity.atLimit()));
    }

    /// Asks who brings the oldest surge that lasts.
    private Attribution why(LoadOutlook all, List<LoadOutlook> pools, long now) {
        List<LoadOutlook> loads = new ArrayList<>(pools);
        loads.add(all);
        long since =
                loads.stream()
                        .flatMap(load -> load.detections().stream())
                        .filter(d -> d.kind() == Kind.SURGE && d.until() == 0)
                        .mapToLong(Detection::time)
                        .min()
                        .orElse(0);
        if (since == 0) {
            asked = Long.MIN_VALUE;
            why = Attribution.none();
        } else if (now - REFRESH >= asked) {
            asked = now;
            why = attributor.attribute(since, now);
        }
        return why;
    }

    private List<Announced> announced(LoadOutlook all, long now) {
        return calendar.campaigns().stream()
                .filter(c -> c.end() > now && c.start() < now + ANNOUNCED)
                .sorted(Comparator.comparingLong(Campaign::start))
                .map(c -> new Announced(c, usual(c) * c.factor(), all.capacity().atLimit()))
                .toList();
    }

    /// The highest usual load while a campaign lasts.
    private double usual(Campaign campaign) {
        Watched fleet = watched.get(FLEET);
        double most = Double.NaN;
        for (long t = campaign.start(); fleet != null && t < campaign.end(); t += 900_000) {
            double mid = fleet.load.usual(t);
            most = Double.isNaN(most) ? mid : Math.max(most, mid);
        }
        return most;
    }
}
