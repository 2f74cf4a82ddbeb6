package io.spillway.watch.who;

import io.spillway.watch.who.Cause.Confidence;
import io.spillway.watch.who.Cause.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Clients that repeat what failed: how much of a surge they bring.
final class Retries {
    private static final long MINUTE = 60_000;

    /// How long before a surge its first errors are looked for, in steps.
    private static final int STEPS = 15;

    private final Events clients;
    private final Tally known = new Tally();
    private final Set<Integer> hammers = new HashSet<>();
    private double failing;
    private double fromKnown;
    private double repeats;
    private boolean active;

    /// @param heavy requests in the surge from which a client is no visitor
    Retries(Events clients, double heavy) {
        this.clients = clients;
        for (int i = 0; i < clients.size; i++) {
            if (clients.before[i] > 0) {
                known.of(clients.source[i]);
            }
        }
        findHammers(heavy);
        judge();
    }

    /// Few addresses never seen before that get nothing but errors: attackers, not visitors.
    private void findHammers(double heavy) {
        var sources = new Tally();
        double[] failures = new double[clients.size];
        double all = 0;
        for (int i = 0; i < clients.size; i++) {
            if (clients.during[i] > 0 && clients.failed(i)) {
                all += clients.during[i];
                if (known.find(clients.source[i]) < 0) {
                    failures[sources.of(clients.source[i])] += clients.during[i];
                }
            }
        }
        double ofFew = 0;
        for (int s = 0; s < sources.size(); s++) {
            if (failures[s] / clients.each >= heavy) {
                hammers.add((int) sources.key(s));
                ofFew += failures[s];
            }
        }
        if (hammers.size() > 20 || ofFew < 0.7 * all) {
            hammers.clear();
        }
    }

    private void judge() {
        var pairs = new Tally();
        int[] count = new int[clients.size];
        for (int i = 0; i < clients.size; i++) {
            if (clients.failed(i) || clients.before[i] > 0) {
                count[pairs.of(pair(i))]++;
            }
        }
        double again = 0;
        for (int i = 0; i < clients.size; i++) {
            if (clients.during[i] > 0 && failedVisit(clients, i)) {
                failing += clients.during[i];
                boolean old = known.find(clients.source[i]) >= 0;
                boolean repeated = count[pairs.find(pair(i))] > 1;
                fromKnown += old ? clients.during[i] : 0;
                repeats += repeated ? clients.during[i] : 0;
                again += old || repeated ? clients.during[i] : 0;
            }
        }
        active = failing > 0 && again > 0.6 * failing;
    }

    private long pair(int i) {
        return Tally.pair(clients.source[i], clients.path[i]);
    }

    private boolean failedVisit(Events events, int i) {
        return events.failed(i) && !hammers.contains(events.source[i]);
    }

    /// True if a request is one of those that are repeated.
    boolean has(Events events, int i) {
        return active && failedVisit(events, i);
    }

    /// Share of the increase, at most 1.
    double share(Events all, double increase) {
        if (!active) {
            return 0;
        }
        double now = all.during(i -> failedVisit(all, i));
        double lead = lead(all);
        double then = lead > 0 ? 0 : all.before(i -> failedVisit(all, i));
        return Math.clamp((now - then) / increase, 0, 1);
    }

    /// The cause, null if the share is too small to be claimed.
    @Nullable Cause cause(Events all, double increase, Usual usual) {
        double share = share(all, increase);
        if (share < Claims.LEAST || increase * share < Claims.FEWEST) {
            return null;
        }
        List<String> evidence = new ArrayList<>();
        evidence.add(
                String.format(
                        Locale.ROOT,
                        "%s of the increase are answers %s (usual: %s of all requests)",
                        Say.percent(share),
                        statuses(all),
                        Say.percent(usual.failed())));
        double lead = lead(all);
        if (lead > 0) {
            evidence.add(
                    String.format(
                            Locale.ROOT,
                            "errors rose %s before the load",
                            Say.duration((long) lead)));
        }
        evidence.add(
                String.format(
                        Locale.ROOT,
                        "%s of the failing requests come from clients that were here before",
                        Say.percent(fromKnown / failing)));
        evidence.add(
                String.format(
                        Locale.ROOT,
                        "%s of them ask again for the same path, %s times on average",
                        Say.percent(repeats / failing),
                        Say.number(perPair())));
        boolean sure = share > 0.4 || lead > 0;
        return new Cause(
                Kind.RETRY_STORM, sure ? Confidence.LIKELY : Confidence.POSSIBLE, share, evidence);
    }

    private double perPair() {
        var pairs = new Tally();
        double all = 0;
        for (int i = 0; i < clients.size; i++) {
            if (clients.during[i] > 0 && failedVisit(clients, i)) {
                pairs.of(pair(i));
                all++;
            }
        }
        return all / Math.max(1, pairs.size());
    }

    private String statuses(Events all) {
        double[] counts = new double[1000];
        for (int i = 0; i < all.size; i++) {
            if (failedVisit(all, i)) {
                counts[Math.clamp(all.status[i], 0, 999)] += all.during[i];
            }
        }
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        var text = new StringBuilder();
        for (int status = 0; status < counts.length; status++) {
            if (counts[status] > 0.1 * total) {
                text.append(text.isEmpty() ? "" : ", ").append(status);
            }
        }
        return text.toString();
    }

    /// How long before the surge errors began to rise, in ms; 0 if they did not.
    private double lead(Events all) {
        long step = Math.max(MINUTE, all.length() / 20);
        int steps = (int) Math.min(STEPS, (all.start - all.from) / step);
        if (steps < 2) {
            return 0;
        }
        double[] errors = new double[steps];
        double weight = 0;
        for (int i = 0; i < all.size; i++) {
            long ago = all.start - 1 - all.time[i];
            if (all.before[i] > 0 && failedVisit(all, i)) {
                weight = Math.max(weight, all.before[i]);
                if (ago / step < steps) {
                    errors[(int) (ago / step)] += all.before[i];
                }
            }
        }
        double[] sorted = errors.clone();
        java.util.Arrays.sort(sorted);
        double usual = sorted[steps / 4];
        double high = Math.max(3 * usual, usual + 5 * weight);
        int first = 0;
        while (first < steps && errors[first] >= high && high > 0) {
            first++;
        }
        return first == steps ? 0 : (double) first * step;
    }
}
