package io.spillway.relief;

/// What a plan does to the requests of one class.
///
/// @param name the class
/// @param rank its place, 0 is the most critical
/// @param offered requests per second that arrive now, NaN if unknown
/// @param admittedNow of these, NaN if unknown
/// @param admittedAfter as predicted, NaN if unknown
/// @param shedNow clients refused, in thousandths
/// @param shedAfter the same after the plan
public record ClassMove(
        String name,
        int rank,
        double offered,
        double admittedNow,
        double admittedAfter,
        int shedNow,
        int shedAfter) {}
