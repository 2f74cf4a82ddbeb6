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

    private long keepFor = -1;
    private double keep;
    private double[] usualCpu = {};
    private double[] usualLoad = {};
    private double[] weight = {};
    private long[] risen = {};
    private boolean[] found = {};

    void grow(int size) {
        if (size > usualCpu.length) {
            int room = Math.max(size, usualCpu.length + usualCpu.length / 2);
            usualCpu = Arrays.copyOf(usualCpu, room);
            usualLoad = Arrays.copyOf(usualLoad, room);
            weight = Arrays.copyOf(weight, room);
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
    /// load; not below 0. Both are told from the slope as it is known now, so that learning the
    /// slope better is no rise.
    double rise(int i, Lines lines) {
        if (weight[i] == 0) {
            return 0;
        }
        double away = Math.abs(lines.recentLoad(i) - usualLoad[i]);
        double doubt = (2 * lines.error(i) + 0.1) * lines.slope(i) * away;
        return Math.max(0, lines.background(i) - level(i, lines) - doubt);
    }

    private double level(int i, Lines lines) {
        return usualCpu[i] - lines.slope(i) * usualLoad[i];
    }

    /// Takes in what the line says now.
    ///
    /// @param shared the part of the rise that the whole pool shows
    /// @param since when the rise began, if it is new
    /// @param settled false while too little was seen to find anything
    void update(
            int i, Lines lines, double shared, long since, long time, long dt, boolean settled) {
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

    private void learn(int i, Lines lines, long dt) {
        if (dt <= 0) {
            return;
        }
        if (dt != keepFor) {
            keepFor = dt;
            keep = Math.pow(2, -dt / HALF_LIFE);
        }
        double known = weight[i] * keep;
        double step = dt / (known + dt);
        double slope = lines.slope(i);
        if (known > 0) {
            double e = lines.background(i) - level(i, lines);
            double more = lines.recentLoad(i) - usualLoad[i];
            usualCpu[i] += step * (slope * more + Math.clamp(e, -MOST_LEARNT, MOST_LEARNT));
            usualLoad[i] += step * more;
        } else {
            usualLoad[i] = lines.recentLoad(i);
            usualCpu[i] = lines.background(i) + slope * usualLoad[i];
        }
        weight[i] = known + dt;
    }

    boolean found(int i) {
        return found[i];
    }

    /// Background CPU that is usual, as the slope is known now.
    double usual(int i, Lines lines) {
        return Math.max(0, level(i, lines));
    }

    long since(int i) {
        return risen[i];
    }
}
