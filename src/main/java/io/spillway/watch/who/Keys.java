package io.spillway.watch.who;

/// What single keys of one dimension (addresses, networks, agents) bring before and during a surge,
/// and how they behave.
final class Keys {
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

    /// The path that more than half of a key's requests in the surge ask for, if there is one.
    int mainPath(int key) {
        return path[key];
    }

    double increase(int key) {
        return during[key] - before[key];
    }

    /// True if what a key brings more than before has the marks of a machine: no referer and none
    /// of a page's own files where visitors have both, one path only, or mostly what is not there.
    boolean moreLikeMachine(int key, Usual usual) {
        double more = increase(key);
        if (more <= 0) {
            return false;
        }
        double referred = (referredDuring[key] - referredBefore[key]) / more;
        double files = (staticDuring[key] - staticBefore[key]) / more;
        boolean alone = onePath[key] > 0.9 * during[key] && during[key] > 1.5 * before[key];
        return referred < 0.05
                && (usual.tellsByReferer() || usual.tellsByStatic() || alone)
                && (alone
                        || missedDuring[key] > 0.5 * during[key]
                        || (usual.tellsByReferer() && files < 0.9)
                        || files < 0.02);
    }

    /// The same of all that it brought before.
    boolean wasLikeMachine(int key, Usual usual) {
        return before[key] > 0
                && referredBefore[key] < 0.05 * before[key]
                && (usual.tellsByReferer()
                        || (usual.tellsByStatic() && staticBefore[key] < 0.02 * before[key]));
    }
}
