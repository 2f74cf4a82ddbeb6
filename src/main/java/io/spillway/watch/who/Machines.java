package io.spillway.watch.who;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/// Which requests come from machines: by the agent's own word, by their number, or by their way.
/// Machines belong to every site's usual traffic; what counts is how much more of the increase they
/// bring than of the traffic before.
final class Machines {
    /// Machines may be nearly all of usual traffic; then nothing is told by their share.
    private static final double MOST_USUAL = 0.8;

    /// Visitors more or fewer by this share of the usual are no news.
    private static final double NOISE = 0.1;

    /// Sources, networks and agents that are machines, as hashes.
    final Set<Integer> sources = new HashSet<>();

    final Set<Integer> nets = new HashSet<>();
    final Set<Integer> agents = new HashSet<>();

    private final Events events;
    private final Usual usual;
    private final double increase;
    private final double heavyBefore;
    private final double heavyDuring;
    private final boolean byClass;

    private final double before;
    private final double machinesBefore;

    /// Requests of machines more than before.
    final double more;

    /// @param others requests that are already explained in another way
    /// @param increase requests more than before
    /// @param heavy requests from which a client is no visitor, before the surge
    /// @param growth how many times more one client asks than before
    Machines(
            Events events,
            IntPredicate others,
            Usual usual,
            double increase,
            double heavy,
            double growth) {
        this.events = events;
        this.usual = usual;
        this.increase = increase;
        this.heavyBefore = heavy;
        this.heavyDuring = heavy * Math.max(1, growth);
        before = events.before(i -> !others.test(i));
        double named = events.before(i -> !others.test(i) && named(events, i));
        byClass = named < 0.6 * before;
        findSources();
        findMany(events.net, nets, 3, 2 * heavyDuring, true);
        double many = Math.max(2 * heavyDuring, 0.15 * increase);
        findMany(events.agent, agents, 5, many, false);
        machinesBefore = events.before(i -> !others.test(i) && has(events, i));
        more = events.during(i -> !others.test(i) && has(events, i)) - machinesBefore;
    }

    /// Share of the requests before, 0..1.
    double shareBefore() {
        return before <= 0 ? 0 : Math.min(MOST_USUAL, machinesBefore / before);
    }

    /// Share of the increase beyond what comes with more visitors in the usual mix, 0..1.
    ///
    /// @param explained requests more than before that are explained in other ways
    double share(double explained) {
        double visitorsBefore = before * (1 - shareBefore());
        double visitors = increase - explained - more - NOISE * visitorsBefore;
        double withThem = Math.max(0, visitors) * shareBefore() / (1 - shareBefore());
        return Math.clamp((more - withThem) / increase, 0, 1);
    }

    /// True if a request comes from a machine.
    boolean has(Events some, int i) {
        return (byClass && named(some, i))
                || sources.contains(some.source[i])
                || nets.contains(some.net[i])
                || agents.contains(some.agent[i]);
    }

    private static boolean named(Events some, int i) {
        return some.agentClass(i) != AgentClass.BROWSER;
    }

    private void findSources() {
        var keys = new Keys(events, events.source);
        for (int key = 0; key < keys.keys.size(); key++) {
            boolean heavy = keys.before[key] >= heavyBefore || keys.during[key] >= heavyDuring;
            boolean odd =
                    (keys.during[key] >= Math.max(heavyDuring / 4, 0.01 * increase)
                                    && keys.moreLikeMachine(key, usual, 0.9))
                            || (keys.before[key] >= Math.max(heavyBefore / 4, 0.01 * increase)
                                    && keys.wasLikeMachine(key, usual));
            if (heavy || odd) {
                sources.add((int) keys.keys.key(key));
            }
        }
    }

    /// Keys that many clients share, each of them perhaps with few requests. Of the clients that
    /// are new nearly all must come without any referer: those that others send are visitors.
    ///
    /// @param near the clients share a network, which visitors seldom do
    private void findMany(
            int[] column, Set<Integer> found, int fewest, double least, boolean near) {
        var keys = new Keys(events, column);
        var clients = new Keys(events, events.source);
        int[] fresh = new int[keys.keys.size()];
        int[] bare = new int[keys.keys.size()];
        var pairs = new Tally();
        for (int i = 0; i < events.size; i++) {
            int size = pairs.size();
            int client = clients.keys.find(events.source[i]);
            if (pairs.of(Tally.pair(column[i], events.source[i])) == size
                    && clients.before[client] <= 0) {
                int key = keys.keys.find(column[i]);
                fresh[key]++;
                bare[key] += clients.referred(client) ? 0 : 1;
            }
        }
        for (int key = 0; key < fresh.length; key++) {
            double each = keys.during[key] / Math.max(1, fresh[key]);
            double few = !near ? 0 : each > heavyDuring / 3 ? 0.9 : 0.5 * usual.files();
            if (fresh[key] >= fewest
                    && bare[key] > 0.9 * fresh[key]
                    && keys.keys.key(key) != 0
                    && keys.during[key] >= least
                    && keys.increase(key) > 0.5 * keys.during[key]
                    && keys.moreLikeMachine(key, usual, few)) {
                found.add((int) keys.keys.key(key));
            }
        }
    }
}
