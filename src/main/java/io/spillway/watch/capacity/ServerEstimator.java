package io.spillway.watch.capacity;

import io.spillway.fleet.FleetState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Learns from live readings what each server of a fleet can carry, and what else its processors
/// do. Readings are averaged to steps of 15 s; a series slower than that enters as it comes. A
/// server is known by pool and name and keeps what was learnt while the list of servers changes.
/// For one thread.
public final class ServerEstimator {
    /// Length of a step, milliseconds.
    public static final long STEP = 15_000;

    /// Nothing is claimed of a server that was watched for less, milliseconds.
    public static final long BLACKOUT = 600_000;

    /// Nor of one whose last step is older than this, or than two and a half of its steps.
    public static final long EXPIRY = 60_000;

    private static final long SLACK = STEP / 30;
    private static final double DEFAULT_LIMIT = 0.9;

    private final Seats seats = new Seats();
    private final Readings readings = new Readings();
    private final Learner learner = new Learner();
    private final Map<String, Peers> byName = new HashMap<>();
    private List<Peers> groups = List.of();
    private List<Server> servers = List.of();
    private List<Pool> pools = List.of();
    private Peers[] peersOf = {};
    private long last = Long.MIN_VALUE;
    private long due = Long.MIN_VALUE;
    private long released = Long.MIN_VALUE;
    private ServerCapacities capacities = ServerCapacities.none();
    private List<Finding> findings = List.of();

    /// Takes a tick in; one that is not later than the last is ignored.
    public void add(FleetState state) {
        long time = state.time();
        if (time <= last) {
            return;
        }
        last = time;
        boolean changed = seats.seat(state.servers(), time);
        servers = state.servers();
        if (changed || !state.pools().equals(pools)) {
            pools = state.pools();
            regroup();
        }
        readings.add(state, seats);
        if (due == Long.MIN_VALUE || time >= due - SLACK) {
            due = due != Long.MIN_VALUE && time - due < STEP ? due + STEP : time + STEP;
            learner.step(groups, readings, time);
            release(time);
            changed = true;
        }
        if (changed) {
            capacities = columns();
            findings = found();
        }
    }

    private void regroup() {
        learner.grow(seats.size());
        readings.grow(seats.size());
        byName.clear();
        List<Peers> all = new ArrayList<>();
        for (Pool pool : pools) {
            all.add(byName.computeIfAbsent(pool.name(), n -> new Peers(n, pool.cpuLimit())));
        }
        peersOf = new Peers[servers.size()];
        Map<Peers, Integer> sizes = new HashMap<>();
        for (int i = 0; i < peersOf.length; i++) {
            String name = servers.get(i).pool();
            if (!byName.containsKey(name)) {
                byName.put(name, new Peers(name, DEFAULT_LIMIT));
                all.add(byName.get(name));
            }
            peersOf[i] = byName.get(name);
            sizes.merge(peersOf[i], 1, Integer::sum);
        }
        all.forEach(group -> group.seats = new int[sizes.getOrDefault(group, 0)]);
        for (int i = peersOf.length - 1; i >= 0; i--) {
            int at = sizes.merge(peersOf[i], -1, Integer::sum);
            peersOf[i].seats[at] = seats.place(i);
        }
        groups = List.copyOf(all);
    }

    private void release(long time) {
        if (released != Long.MIN_VALUE && time - released < Seats.KEPT / 24) {
            return;
        }
        released = time;
        for (int seat : seats.release(time)) {
            readings.clear(seat);
            learner.clear(seat);
        }
    }

    private ServerCapacities columns() {
        int n = servers.size();
        float[] slope = new float[n];
        float[] background = new float[n];
        float[] atLimit = new float[n];
        float[] error = new float[n];
        for (int i = 0; i < n; i++) {
            int seat = seats.place(i);
            Peers peers = peersOf[i];
            boolean claimed = learner.claims(seat, peers, last);
            slope[i] = claimed ? (float) learner.slope(seat) : Float.NaN;
            background[i] = claimed ? (float) learner.background(seat) : Float.NaN;
            atLimit[i] = claimed ? (float) learner.carries(seat, peers.limit) : Float.NaN;
            error[i] = claimed ? (float) learner.error(seat) : Float.NaN;
        }
        return new ServerCapacities(slope, background, atLimit, error);
    }

    private List<Finding> found() {
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < peersOf.length; i++) {
            int seat = seats.place(i);
            if (learner.backgrounds.found(seat)) {
                Server server = servers.get(i);
                all.add(learner.finding(seat, server.pool(), server.name()));
            }
        }
        return List.copyOf(all);
    }

    /// What each server of the last tick can carry, in its order; new arrays whenever they change.
    /// `atLimit` is a cautious figure: it leaves out what the slope's error makes doubtful.
    public ServerCapacities capacities() {
        return capacities;
    }

    /// CPU that traffic does not explain, on servers of the last tick, in its order. The process is
    /// left empty: see [Finding#withProcess].
    public List<Finding> findings() {
        return findings;
    }

    /// What a pool can carry; nothing is known of a pool that the last tick did not have.
    public Capacity poolCapacity(String pool) {
        Peers peers = byName.get(pool);
        return peers == null
                ? Capacity.unknown("No pool " + pool + " is known.")
                : PoolCapacity.of(peers, learner, last);
    }

    /// What all pools together can carry: the load at which the first of them is at its limit if
    /// the pools keep their present shares.
    public Capacity fleetCapacity() {
        return PoolCapacity.together(groups, learner, last);
    }
}
