package io.spillway.watch.who;

/// What single keys of one dimension (addresses, networks, agents) bring before and during a surge,
/// and how they behave.
final class Keys {
    private static final double FEW_REFERRED = 0.15;

    final Tally keys = new Tally();
    final double[] before;
    final double[] during;
    private final double[] referredBefore;
    private final double[] referredDuring;
    private final double[] staticBefore;
    private final double[] staticDuring;
    private final double[] missedDuring;
    private final double[] onePath;
    private final int[] path;
    private final double[] vote;

    Keys(Events events, int[] column) {
        for (int i = 0; i < events.size; i++) {
            keys.of(column[i]);
        }
        int n = keys.size();
        before = new double[n];
        during = new double[n];
        referredBefore = new double[n];
        referredDuring = new double[n];
        staticBefore = new double[n];
        staticDuring = new double[n];
        missedDuring = new double[n];
        onePath = new double[n];
        path = new int[n];
        vote = new double[n];
        for (int i = 0; i < events.size; i++) {
            add(events, i, keys.find(column[i]));
        }
        for (int i = 0; i < events.size; i++) {
            int key = keys.find(column[i]);
            if (events.path[i] == path[key]) {
                onePath[key] += events.during[i];
            }
        }
    }

    private void add(Events events, int i, int key) {
        float then = events.before[i];
        float now = events.during[i];
        before[key] += then;
        during[key] += now;
        if (events.referer(i) != Traits.NO_REFERER) {
            referredBefore[key] += then;
            referredDuring[key] += now;
        }
        if (events.isStatic(i)) {
            staticBefore[key] += then;
            staticDuring[key] += now;
        }
        if (events.missed(i)) {
            missedDuring[key] += now;
        }
        // The majority's vote: the path that holds more than half of a key's requests wins.
        if (events.path[i] == path[key]) {
            vote[key] += now;
        } else if (vote[key] <= 0) {
            path[key] = events.path[i];
            vote[key] = now;
        } else {
            vote[key] -= now;
        }
    }

    /// True if others send a key here: enough of its requests in the surge have a referer or a
    /// campaign's mark. A crawler may meet marks in addresses that it collects.
    boolean referred(int key) {
        return referredDuring[key] > FEW_REFERRED * during[key];
    }

    double increase(int key) {
        return during[key] - before[key];
    }

    /// True if what a key brings more than before has the marks of a machine: no referer, and one
    /// path only, mostly what is not there, or none of a page's own files where visitors ask for
    /// them.
    ///
    /// @param fewFiles share of a page's own files up to which having no referer is enough, where
    ///   visitors send one
    boolean moreLikeMachine(int key, Usual usual, double fewFiles) {
        double more = increase(key);
        if (more <= 0) {
            return false;
        }
        double referred = (referredDuring[key] - referredBefore[key]) / more;
        double files = (staticDuring[key] - staticBefore[key]) / more;
        boolean alone = onePath[key] > 0.9 * during[key] && during[key] > 1.5 * before[key];
        boolean tells = usual.tellsByReferer() || usual.tellsByStatic();
        if (referred > FEW_REFERRED || !(tells || alone)) {
            return false;
        }
        return alone
                || missedDuring[key] > 0.5 * during[key]
                || (usual.tellsByStatic() && files < 0.02)
                || (usual.tellsByReferer() && files < fewFiles);
    }

    /// The same of all that it brought before.
    boolean wasLikeMachine(int key, Usual usual) {
        return before[key] > 0
                && referredBefore[key] < FEW_REFERRED * before[key]
                && (usual.tellsByReferer()
                        || (usual.tellsByStatic() && staticBefore[key] < 0.02 * before[key]));
    }
}
