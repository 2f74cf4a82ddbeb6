package io.spillway.practice;

import java.util.ArrayList;
import java.util.List;

/// What has happened since the start: the newest steps as they were, older ones thinned out so that
/// memory stays bounded however long the fleet runs. Safe for any thread.
final class Tape {
    private static final int RECENT = 48;
    private static final int CELLS = 1_200_000;

    private final List<Snapshot> recent = new ArrayList<>();
    private final List<Snapshot> run = new ArrayList<>();
    private final int limit;
    private long added;
    private long stride = 1;

    Tape(int servers) {
        limit = Math.clamp(CELLS / servers, 64, 14_400);
    }

    synchronized void add(Snapshot snapshot) {
        recent.add(snapshot);
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
        if (added++ % stride == 0) {
            run.add(snapshot);
        }
        if (run.size() > limit) {
            thin();
        }
    }

    synchronized Snapshot latest() {
        return recent.getLast();
    }

    /// The newest snapshot that is not younger than this time, or the very first one.
    synchronized Snapshot floor(long millis) {
        return recent.getFirst().time() <= millis ? floor(recent, millis) : floor(run, millis);
    }

    private void thin() {
        int kept = 0;
        for (int i = 0; i < run.size(); i += 2) {
            run.set(kept++, run.get(i));
        }
        run.subList(kept, run.size()).clear();
        stride *= 2;
    }

    private static Snapshot floor(List<Snapshot> list, long millis) {
        int low = 0;
        int high = list.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (list.get(middle).time() <= millis) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return list.get(low);
    }
}
