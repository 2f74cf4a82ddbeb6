package io.spillway.watch.who;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Many new visitors who come the same way: from one referer or campaign mark, or, where no mark
/// tells, to one landing page.
///
/// @param mark hash of the referer's host or of the campaign's mark, 0 if none tells
/// @param landing the page most of them ask for first, 0 if there is no such page
/// @param landed how much of them ask for it first, 0..1
/// @param visitors of the surge
/// @param visitorsBefore in the time before
/// @param requests more than before
/// @param each requests of one of them
/// @param members clients by their number
record Newcomers(
        int mark,
        int landing,
        double landed,
        double visitors,
        double visitorsBefore,
        double requests,
        double each,
        BitSet members) {
    /// The strongest group, null if no way in stands out.
    ///
    /// @param increase requests more than before among these clients
    static @Nullable Newcomers find(Visits visits, double increase) {
        Newcomers marked = byMark(visits);
        if (marked != null && marked.requests > 0.15 * increase) {
            return marked;
        }
        return byLanding(visits);
    }

    private static @Nullable Newcomers byMark(Visits visits) {
        int n = visits.clients.size();
        var marks = new Tally();
        double[] more = new double[2 * n + 1];
        double[] now = new double[2 * n + 1];
        for (int c = 0; c < n; c++) {
            if (visits.markDuring[c] != 0 && visits.kindDuring[c] != Traits.SEARCH) {
                int mark = marks.of(visits.markDuring[c]);
                more[mark] += visits.during[c];
                now[mark] += visits.during[c];
            }
            if (visits.markBefore[c] != 0 && visits.kindBefore[c] != Traits.SEARCH) {
                more[marks.of(visits.markBefore[c])] -= visits.before[c];
            }
        }
        int best = -1;
        for (int m = 0; m < marks.size(); m++) {
            if (more[m] > 0.6 * now[m] && (best < 0 || more[m] > more[best])) {
                best = m;
            }
        }
        return best < 0 ? null : marked(visits, (int) marks.key(best));
    }

    /// Those with the mark, and those without any who are new and ask first for the same page: a
    /// referer is often lost on the way.
    private static Newcomers marked(Visits visits, int mark) {
        int landing = landing(visits, c -> visits.markDuring[c] == mark);
        double landed = share(visits, landing, c -> visits.markDuring[c] == mark);
        IntPredicate then = c -> visits.markBefore[c] == mark;
        IntPredicate now = c -> visits.markDuring[c] == mark;
        Newcomers strict = group(visits, mark, landing, landed, then, now);
        if (landing == 0 || landed < 0.5) {
            return strict;
        }
        IntPredicate alsoThen =
                c ->
                        then.test(c)
                                || (visits.markBefore[c] == 0
                                        && visits.before[c] > 0
                                        && visits.landingBefore[c] == landing);
        IntPredicate alsoNow =
                c ->
                        now.test(c)
                                || (visits.markDuring[c] == 0
                                        && visits.during[c] > 0
                                        && visits.landingDuring[c] == landing);
        Newcomers wide = group(visits, mark, landing, landed, alsoThen, alsoNow);
        return wide.requests > strict.requests ? wide : strict;
    }

    private static @Nullable Newcomers byLanding(Visits visits) {
        int n = visits.clients.size();
        var pages = new Tally();
        double[] more = new double[2 * n + 1];
        double newcomers = 0;
        double clientsThen = 0;
        for (int c = 0; c < n; c++) {
            boolean fresh = visits.during[c] > 0 && visits.before[c] <= 0;
            boolean gone = visits.before[c] > 0 && visits.during[c] <= 0;
            newcomers += fresh ? 1 : gone ? -1 : 0;
            clientsThen += visits.before[c] > 0 ? 1 : 0;
            if (fresh && visits.landingDuring[c] != 0) {
                more[pages.of(visits.landingDuring[c])]++;
            } else if (gone && visits.landingBefore[c] != 0) {
                more[pages.of(visits.landingBefore[c])]--;
            }
        }
        int best = -1;
        for (int p = 0; p < pages.size(); p++) {
            if (best < 0 || more[p] > more[best]) {
                best = p;
            }
        }
        if (best < 0 || more[best] < 30 || more[best] < 0.5 * newcomers) {
            return null;
        }
        int page = (int) pages.key(best);
        double usual = 0;
        for (int c = 0; c < n; c++) {
            usual += visits.before[c] > 0 && visits.landingBefore[c] == page ? 1 : 0;
        }
        if (usual > 0.15 * clientsThen) {
            return null;
        }
        return group(
                visits,
                0,
                page,
                more[best] / newcomers,
                c -> visits.before[c] > 0 && visits.landingBefore[c] == page,
                c -> visits.during[c] > 0 && visits.landingDuring[c] == page);
    }

    private static Newcomers group(
            Visits visits,
            int mark,
            int landing,
            double landed,
            IntPredicate then,
            IntPredicate now) {
        var members = new BitSet();
        double requests = 0;
        double asked = 0;
        int visitors = 0;
        int earlier = 0;
        for (int c = 0; c < visits.clients.size(); c++) {
            if (then.test(c)) {
                requests -= visits.before[c];
                earlier++;
                members.set(c);
            }
            if (now.test(c)) {
                requests += visits.during[c];
                asked += visits.during[c];
                visitors++;
                members.set(c);
            }
        }
        double each = asked / Math.max(1, visitors) / visits.each();
        return new Newcomers(
                mark,
                landing,
                landed,
                visitors * visits.each(),
                earlier * visits.each(),
                requests,
                each,
                members);
    }

    private static int landing(Visits visits, IntPredicate which) {
        var pages = new Tally();
        int[] counts = new int[visits.clients.size() + 1];
        int best = 0;
        int most = 0;
        for (int c = 0; c < visits.clients.size(); c++) {
            if (which.test(c) && visits.landingDuring[c] != 0) {
                int page = pages.of(visits.landingDuring[c]);
                if (++counts[page] > most) {
                    most = counts[page];
                    best = visits.landingDuring[c];
                }
            }
        }
        return best;
    }

    private static double share(Visits visits, int page, IntPredicate which) {
        double all = 0;
        double there = 0;
        for (int c = 0; c < visits.clients.size(); c++) {
            if (which.test(c)) {
                all++;
                there += visits.landingDuring[c] == page ? 1 : 0;
            }
        }
        return all == 0 ? 0 : there / all;
    }
}
