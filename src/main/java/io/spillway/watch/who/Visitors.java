package io.spillway.watch.who;

import io.spillway.watch.who.Cause.Confidence;
import io.spillway.watch.who.Cause.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// What visitors bring of a surge: a campaign, or simply more of them. Visitors who only ask more
/// often than before are no cause of their own.
final class Visitors {
    /// How much of what visitors bring more must come from their number, as logarithms, rather than
    /// from what each of them asks for.
    private static final double MOSTLY = 0.6;

    private final Events events;
    private final Visits visits;
    private final Names names;
    private final long stretch;
    private final double increase;
    private final double machinesBefore;
    private BitSet members = new BitSet();

    /// @param which the requests that are visitors'
    /// @param stretch length of time in which clients are counted, in ms
    /// @param increase requests more than before, of all clients in this sample
    /// @param machinesBefore the machines' share of usual traffic, 0..1
    Visitors(
            Events events,
            IntPredicate which,
            Names names,
            long stretch,
            double increase,
            double machinesBefore) {
        this.events = events;
        this.visits = new Visits(events, which);
        this.names = names;
        this.stretch = stretch;
        this.increase = increase;
        this.machinesBefore = machinesBefore;
    }

    /// What a campaign brings, null if none can be claimed.
    @Nullable Cause campaign() {
        Newcomers found = Newcomers.find(visits, increase);
        double share = found == null ? 0 : Math.clamp(found.requests() / increase, 0, 1);
        if (found == null
                || share < Claims.LEAST
                || found.requests() < Claims.FEWEST
                || found.visitors() < 10) {
            return null;
        }
        members = found.members();
        return campaign(found, share);
    }

    /// What more visitors bring apart from a campaign's, null if they cannot be claimed.
    ///
    /// @param explained share of the increase that is explained already, 0..1
    @Nullable Cause growth(double explained) {
        return growth(explained, members::get);
    }

    private Cause campaign(Newcomers group, double share) {
        List<String> evidence = new ArrayList<>();
        String from = names.of(group.mark());
        if (group.mark() != 0) {
            evidence.add(
                    Say.text(
                            "%s from %s (before: %s) bring %s of the increase",
                            Say.count(group.visitors(), "visitor"),
                            from.isEmpty() ? "one referer" : Say.brief(from, 60),
                            Say.number(group.visitorsBefore()),
                            Say.percent(share)));
        } else {
            evidence.add(
                    Say.text(
                            "%s who begin on one page (before: %s) bring %s of the increase",
                            Say.count(group.visitors(), "visitor"),
                            Say.number(group.visitorsBefore()),
                            Say.percent(share)));
        }
        if (group.landing() != 0 && group.landed() > 0.3) {
            evidence.add(
                    Say.text(
                            "%s of them begin on %s",
                            Say.percent(group.landed()), Say.brief(names.of(group.landing()), 60)));
        }
        double fresh = 0;
        for (int c = 0; c < visits.clients.size(); c++) {
            fresh += group.members().get(c) && visits.before[c] <= 0 ? 1 : 0;
        }
        evidence.add(
                Say.text(
                        "%s of them were not seen before",
                        Say.percent(fresh / Math.max(1, group.members().cardinality()))));
        evidence.add(Say.text("%s a visitor", Say.count(group.each(), "request")));
        boolean sure = group.mark() != 0 && share > 0.4;
        return new Cause(
                Kind.CAMPAIGN, sure ? Confidence.LIKELY : Confidence.POSSIBLE, share, evidence);
    }

    private @Nullable Cause growth(double explained, IntPredicate without) {
        double then = visits.clientsBefore(stretch, without);
        double now = visits.clientsDuring(stretch, without);
        double asked = requests(events.before, without);
        double asks = requests(events.during, without);
        double parts = events.length() / (double) stretch;
        double each = asked / parts / Math.max(1, then);
        double more = Math.clamp((now - then) * each * parts, 0, Math.max(0, asks - asked));
        double share = Math.min(Math.max(0, 1 - explained), more / increase / (1 - machinesBefore));
        double spread = visits.spreadBefore(stretch, without);
        if (share < Claims.LEAST
                || more < Claims.FEWEST
                || now - then < 2 * spread
                || Math.log(now / then) < MOSTLY * Math.log(asks / asked)) {
            return null;
        }
        List<String> evidence = new ArrayList<>();
        evidence.add(
                Say.text(
                        "%s in %s, usual %s: %s of the increase",
                        Say.count(now, "visitor"),
                        Say.duration(stretch),
                        Say.number(then),
                        Say.percent(share)));
        evidence.add(
                Say.text(
                        "%s a visitor (usual %s)",
                        Say.count(asks / parts / Math.max(1, now), "request"), Say.number(each)));
        evidence.add(Say.text("%s of them were not seen before", Say.percent(freshShare(without))));
        ways(evidence, without);
        boolean sure = share > 0.4 && now - then > 3 * spread;
        return new Cause(
                Kind.NEW_USERS, sure ? Confidence.LIKELY : Confidence.POSSIBLE, share, evidence);
    }

    /// How many times more one visitor asks for than before (geometric mean), those of a campaign
    /// left out; 1 if that cannot be told.
    double intensity() {
        double logsBefore = 0;
        double logsDuring = 0;
        double then = 0;
        double now = 0;
        for (int c = 0; c < visits.clients.size(); c++) {
            if (visits.before[c] > 0 && !members.get(c)) {
                logsBefore += Math.log(visits.before[c]);
                then++;
            }
            if (visits.during[c] > 0 && !members.get(c)) {
                logsDuring += Math.log(visits.during[c]);
                now++;
            }
        }
        return then < 10 || now < 10 ? 1 : Math.exp(logsDuring / now - logsBefore / then);
    }

    private double requests(float[] weights, IntPredicate without) {
        double sum = 0;
        for (int i = 0; i < events.size; i++) {
            if (weights[i] > 0
                    && visits.has(i)
                    && !without.test(visits.clients.find(events.source[i]))) {
                sum += weights[i];
            }
        }
        return sum;
    }

    private double freshShare(IntPredicate without) {
        double fresh = 0;
        double all = 0;
        for (int c = 0; c < visits.clients.size(); c++) {
            if (visits.during[c] > 0 && !without.test(c)) {
                all++;
                fresh += visits.before[c] <= 0 ? 1 : 0;
            }
        }
        return fresh / Math.max(1, all);
    }

    /// How they come: through search engines, or by no way that stands out.
    private void ways(List<String> evidence, IntPredicate without) {
        double search = 0;
        double searchBefore = 0;
        double all = 0;
        double allBefore = 0;
        for (int c = 0; c < visits.clients.size(); c++) {
            if (without.test(c)) {
                continue;
            }
            if (visits.during[c] > 0 && visits.before[c] <= 0) {
                all++;
                search += visits.kindDuring[c] == Traits.SEARCH ? 1 : 0;
            }
            if (visits.before[c] > 0) {
                allBefore++;
                searchBefore += visits.kindBefore[c] == Traits.SEARCH ? 1 : 0;
            }
        }
        if (search > 0.05 * all) {
            evidence.add(
                    Say.text(
                            "search engines send %s of them (usual %s)",
                            Say.percent(search / all),
                            Say.percent(searchBefore / Math.max(1, allBefore))));
        }
        evidence.add("no referer and no page stands out among them");
    }
}
