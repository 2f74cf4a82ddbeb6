package io.spillway.alarm;

import java.util.List;

/// How well the alarms serve: few, told apart, none that stands for ever.
///
/// @param lastTenMinutes raised in the last ten minutes
/// @param start of the first of the ten-minute counts, epoch milliseconds
/// @param high alarms of high priority raised in each ten minutes of the last 24 h, oldest first
/// @param medium those of medium priority
/// @param low those of low priority
/// @param actors what rang most in the last 7 days, most first, at most ten
/// @param standing alarms active for more than 24 h
/// @param longest how long the longest of the active ones stands, milliseconds; 0 if none is active
/// @param floodShare share of the last 7 days (or since the first event, if later) in a flood, 0..1
public record Figures(
        int lastTenMinutes,
        long start,
        int[] high,
        int[] medium,
        int[] low,
        List<Actor> actors,
        int standing,
        long longest,
        double floodShare) {
    /// How long one count is, milliseconds.
    public static final long STEP = 600_000;

    /// An alarm that rings often.
    ///
    /// @param id the alarm's
    /// @param title what it says
    /// @param subject whom it is about, as operators read it
    /// @param times how often it was raised
    /// @param share of all that were raised, 0..1
    /// @param proposal what would make it ring less; may be empty
    public record Actor(
            String id, String title, String subject, int times, double share, String proposal) {}

    public Figures {
        actors = List.copyOf(actors);
    }

    /// Nothing ever rang.
    public static Figures none() {
        return new Figures(0, 0, new int[0], new int[0], new int[0], List.of(), 0, 0, 0);
    }
}
