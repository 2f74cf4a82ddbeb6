package io.spillway.watch.capacity;

import java.util.Arrays;

/// What background CPU is usual for every seat, and which seats show much more.
final class Backgrounds {
    /// More than usual by this is a finding, in shares of the machine.
    static final double START = 0.085;

    /// A finding ends when less than this is left of it.
    static final double END = 0.05;

    /// How long it must last to be one, milliseconds, and never less than two samples.
    static final long LASTING = 45_000;

    private static final double HALF_LIFE = 6 * 3_600_000.0;
    private static final double MOST_LEARNT = 0.02;

    private double keepFor = Double.NaN;
    private double keep;
    private double[] usual = {};
    private double[] usualLoad = {};
    private double[] weight = {};
    private double[] latest = {};
    private long[] risen = {};
    private boolean[] found = {};

    void grow(int size) {
        if (size > usual.length) {
            int room = Math.max(size, usual.length + usual.length / 2);
            usual = Arrays.copyOf(usual, room);
            usualLoad = Arrays.copyOf(usualLoad, room);
            weight = Arrays.copyOf(weight, room);
            latest = Arrays.copyOf(latest, room);
            risen = Arrays.copyOf(risen, room);
            found = Arrays.copyOf(found, room);
        }
    }

    void clear(int i) {
        weight[i] = 0;
        risen[i] = 0;
        found[i] = false;
    }

    /// Background above what is usual, less what a slope slightly wrong would make of a change of
    /// load; not below 0.
    double rise(int i, Lines lines) {
        if (weight[i] == 0) {
            return 0;
        }
        double away = Math.abs(lines.recentLoad(i) - usualLoad[i]);
        double doubt = (2 * lines.error(i) + 0.1) * lines.slope(i) * away;
        return Math.max(0, Math.max(0, lines.background(i)) - usual[i] - doubt);
    }

    /// Takes in what the line says now.
    ///
    /// @param shared the part of the rise that the whole pool shows
    /// @param since when the rise began, if it is new
    /// @param settled false while too little was seen to find anything
    void update(int i, Lines lines, double shared, long since, long time, double dt, boolean settled) {
        latest[i] = Math.max(0, lines.background(i));
        double rise = rise(i, lines) - shared;
        if (found[i]) {
            if (rise < END) {
                found[i] = false;
                risen[i] = 0;
            } else {
                return;
            }
        }
        if (settled && rise >= START) {
            if (risen[i] == 0) {
                risen[i] = since;
            }
            found[i] = time - risen[i] >= LASTING && time - risen[i] >= 2 * dt;
            return;
        }
        risen[i] = 0;
        learn(i, lines, dt);
    }

    private void learn(int i, Lines lines, double dt) {
        if (dt <= 0) {
            return;
        }
        if (dt != keepFor) {
            keepFor = dt;
            keep = Math.pow(2, -dt / HALF_LIFE);
        }
        double known = weight[i] * keep;
        double step = dt / (known + dt);
        double e = latest[i] - usual[i];
        usual[i] += step * (known > 0 ? Math.clamp(e, -MOST_LEARNT, MOST_LEARNT) : e);
        usualLoad[i] += step * (lines.recentLoad(i) - usualLoad[i]);
        weight[i] = known + dt;
    }

    boolean found(int i) {
        return found[i];
    }

    double usual(int i) {
        return usual[i];
    }

    double latest(int i) {
        return latest[i];
    }

    long since(int i) {
        return risen[i];
    }
}
