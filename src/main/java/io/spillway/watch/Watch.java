package io.spillway.watch;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.KeyRate;
import io.spillway.fleet.LoggedRequest;
import io.spillway.fleet.Pool;
import io.spillway.fleet.ProcessShare;
import io.spillway.fleet.Server;
import io.spillway.history.History;
import io.spillway.watch.capacity.Capacity;
import io.spillway.watch.capacity.ServerEstimator;
import io.spillway.watch.detect.Calendar;
import io.spillway.watch.detect.Campaign;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.usual.Band;
import io.spillway.watch.who.Attribution;
import io.spillway.watch.who.Attributor;
import io.spillway.watch.who.Inquiry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All of watch over one fleet: a step a tick, readings in, an [Outlook] out. For one thread.
public final class Watch {
    /// The name of the whole fleet among the pools.
    public static final String FLEET = "";

    /// How far ahead campaigns are shown, milliseconds.
    private static final long ANNOUNCED = 2 * 86_400_000L;

    private static final long REFRESH = 15_000;

    /// A request may be logged by a clock that is ahead by so much, milliseconds.
    private static final long AHEAD = 60_000;

    private static final long WEEK = 7 * 86_400_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private final Calendar calendar;
    private final Map<String, Watched> watched = new HashMap<>();
    private final Loads loads = new Loads();
    private final Suspects suspects = new Suspects();
    private ServerEstimator servers = new ServerEstimator();
    private Attributor attributor = new Attributor();
    private Attribution why = Attribution.none();
    private @Nullable Inquiry inquiry;
    private long asked = NEVER;
    private long last = NEVER;

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

    /// One tick. One that is earlier than the last by more than [History#SET_BACK] makes it forget
    /// all it has seen: the clock was set back, and what lies ahead of it never was.
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
        if (now + History.SET_BACK < last) {
            forget();
        }
        last = now;
        loads.read(fleet);
        servers.add(fleet);
        attributor.keys(now, keys);
        // One line with a date of next year would make all of today look too old to keep.
        requests.stream().filter(r -> r.time() <= now + AHEAD).forEach(attributor::add);
        List<LoadOutlook> pools = new ArrayList<>(fleet.pools().size());
        for (int i = 0; i < fleet.pools().size(); i++) {
            Pool pool = fleet.pools().get(i);
            pools.add(look(pool.name(), now, loads.pool(i), servers.poolCapacity(pool.name())));
        }
        LoadOutlook all = look(FLEET, now, loads.fleet(), servers.fleetCapacity());
        ask(all, pools, now);
        return new Outlook(
                all,
                pools,
                servers.capacities(),
                suspects.name(servers.findings(), processes),
                why,
                announced(all, now));
    }

    private void forget() {
        watched.clear();
        servers = new ServerEstimator();
        attributor = new Attributor();
        endInquiry();
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
    private void ask(LoadOutlook all, List<LoadOutlook> pools, long now) {
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
            endInquiry();
        } else if (inquiry == null && now - REFRESH >= asked) {
            asked = now;
            inquiry = attributor.ask(since, now);
        }
    }

    private void endInquiry() {
        inquiry = null;
        asked = NEVER;
        why = Attribution.none();
    }

    /// What is to be found out of the surge that lasts, the same until it is [#answered] or the
    /// surge is over; null if nothing is. Whoever steps has it answered, on any thread.
    public @Nullable Inquiry inquiry() {
        return inquiry;
    }

    /// Takes in what was found out; the next step tells of it. Left out if it is asked no more.
    public void answered(Inquiry of, Attribution found) {
        if (of.equals(inquiry)) {
            inquiry = null;
            why = found;
        }
    }

    private List<Announced> announced(LoadOutlook all, long now) {
        return calendar.campaigns().stream()
                .filter(c -> c.end() > now && c.start() < now + ANNOUNCED)
                .sorted(Comparator.comparingLong(Campaign::start))
                .map(c -> new Announced(c, usual(c) * c.factor(), all.capacity().atLimit()))
                .toList();
    }

    /// The highest usual load while a campaign lasts. Of one that lasts longer a week tells: what
    /// is usual repeats itself.
    private double usual(Campaign campaign) {
        Watched fleet = watched.get(FLEET);
        double most = Double.NaN;
        long start = Math.max(campaign.start(), Math.min(last, campaign.end()) - WEEK);
        long end = Math.min(campaign.end(), start + WEEK);
        for (long t = start; fleet != null && t < end; t += 900_000) {
            double mid = fleet.load.usual(t);
            most = Double.isNaN(most) ? mid : Math.max(most, mid);
        }
        return most;
    }
}
