package io.spillway.watch.who;

import java.util.List;
import java.util.function.IntPredicate;

/// Kept requests of a surge and of what came before it, side by side: columns, with the number of
/// requests that each stands for. Those before are weighed so that they stand for a time as long as
/// the surge's.
final class Events {
    final long start;
    final long now;

    /// When the time before the surge begins.
    final long from;

    /// True if every request was kept.
    final boolean whole;

    /// How many clients each client in a sample of clients stands for; 1 where all are there.
    final double each;

    final int size;
    final long[] time;
    final int[] source;
    final int[] net;
    final int[] agent;
    final int[] path;
    final int[] mark;
    final short[] status;
    final byte[] flags;

    /// Requests before the surge, 0 for one of the surge.
    final float[] before;

    /// Requests of the surge, 0 for one before.
    final float[] during;

    private Events(List<Slot> slots, long from, long start, long now, int level) {
        this.from = from;
        this.start = start;
        this.now = now;
        this.each = 1L << level;
        int room = slots.stream().mapToInt(slot -> slot.size).sum();
        time = new long[room];
        source = new int[room];
        net = new int[room];
        agent = new int[room];
        path = new int[room];
        mark = new int[room];
        status = new short[room];
        flags = new byte[room];
        before = new float[room];
        during = new float[room];
        double scale = (now - start) / (double) (start - from);
        int n = 0;
        for (Slot slot : slots) {
            float weight = 1L << Math.max(level, slot.level);
            for (int i = 0; i < slot.size; i++) {
                if (slot.luck[i] >= level && slot.time[i] >= from && slot.time[i] < now) {
                    copy(slot, i, n, weight, scale);
                    n++;
                }
            }
        }
        size = n;
        whole = slots.stream().allMatch(slot -> slot.level == 0);
    }

    /// All kept requests of `[from, now)`, each weighed by its own slot.
    static Events of(Sample sample, long from, long start, long now) {
        return new Events(sample.between(from, now), from, start, now, 0);
    }

    /// The same for a sample of clients: only those that are kept in every slot.
    static Events ofClients(Sample sample, long from, long start, long now) {
        List<Slot> slots = sample.between(from, now);
        int level = slots.stream().mapToInt(slot -> slot.level).max().orElse(0);
        return new Events(slots, from, start, now, level);
    }

    /// Sum of the requests before that pass.
    double before(IntPredicate which) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            if (before[i] > 0 && which.test(i)) {
                sum += before[i];
            }
        }
        return sum;
    }

    /// Sum of the surge's requests that pass.
    double during(IntPredicate which) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            if (during[i] > 0 && which.test(i)) {
                sum += during[i];
            }
        }
        return sum;
    }

    /// Milliseconds of the surge.
    long length() {
        return now - start;
    }

    /// True if the answer says that the servers failed or that too much was asked.
    boolean failed(int i) {
        return status[i] >= 500 || status[i] == 429;
    }

    /// True if the answer says that the client asked for what is not there or not its own.
    boolean missed(int i) {
        return status[i] >= 400 && status[i] < 500 && status[i] != 429;
    }

    boolean isStatic(int i) {
        return Traits.isStatic(flags[i]);
    }

    int referer(int i) {
        return Traits.referer(flags[i]);
    }

    AgentClass agentClass(int i) {
        return Traits.agentClass(flags[i]);
    }

    private void copy(Slot slot, int i, int n, float weight, double scale) {
        time[n] = slot.time[i];
        source[n] = slot.source[i];
        net[n] = slot.net[i];
        agent[n] = slot.agent[i];
        path[n] = slot.path[i];
        mark[n] = slot.mark[i];
        status[n] = slot.status[i];
        flags[n] = slot.flags[i];
        if (slot.time[i] < start) {
            before[n] = (float) (weight * scale);
        } else {
            during[n] = weight;
        }
    }
}
