package io.spillway.watch.who;

import java.util.Arrays;

/// The kept requests of a stretch of time, as columns. Of all requests those are kept whose luck is
/// at least the level; each step of the level halves them, so a kept one stands for `2^level`.
final class Slot {
    private static final int FIRST = 64;

    final long from;
    long to;
    int level;
    int size;
    long[] time = new long[FIRST];
    int[] source = new int[FIRST];
    int[] net = new int[FIRST];
    int[] agent = new int[FIRST];
    int[] path = new int[FIRST];
    int[] mark = new int[FIRST];
    short[] status = new short[FIRST];
    byte[] flags = new byte[FIRST];
    byte[] luck = new byte[FIRST];

    Slot(long from, long to, int level) {
        this.from = from;
        this.to = to;
        this.level = level;
    }

    /// Keeps a request.
    void add(Traits traits, int lucky) {
        if (size == time.length) {
            resize(size * 2);
        }
        time[size] = traits.time;
        source[size] = traits.source;
        net[size] = traits.net;
        agent[size] = traits.agent;
        path[size] = traits.path;
        mark[size] = traits.mark;
        status[size] = traits.status;
        flags[size] = traits.flags;
        luck[size++] = (byte) lucky;
    }

    /// Raises the level by one.
    void halve() {
        level++;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (luck[i] >= level) {
                copy(this, i, kept++);
            }
        }
        size = kept;
        resize(Math.max(FIRST, size + size / 4));
    }

    /// Takes over what a later slot kept.
    void absorb(Slot later) {
        while (level < later.level) {
            halve();
        }
        resize(size + later.size + 1);
        for (int i = 0; i < later.size; i++) {
            if (later.luck[i] >= level) {
                copy(later, i, size++);
            }
        }
        to = later.to;
    }

    private void copy(Slot other, int i, int to) {
        time[to] = other.time[i];
        source[to] = other.source[i];
        net[to] = other.net[i];
        agent[to] = other.agent[i];
        path[to] = other.path[i];
        mark[to] = other.mark[i];
        status[to] = other.status[i];
        flags[to] = other.flags[i];
        luck[to] = other.luck[i];
    }

    private void resize(int length) {
        time = Arrays.copyOf(time, length);
        source = Arrays.copyOf(source, length);
        net = Arrays.copyOf(net, length);
        agent = Arrays.copyOf(agent, length);
        path = Arrays.copyOf(path, length);
        mark = Arrays.copyOf(mark, length);
        status = Arrays.copyOf(status, length);
        flags = Arrays.copyOf(flags, length);
        luck = Arrays.copyOf(luck, length);
    }
}
