package io.spillway.watch.detect;

/// One reading of a load, prepared for [Growth].
///
/// @param time epoch milliseconds
/// @param value the load
/// @param sustained the load without what only this one sample shows
/// @param recent the outer of the last two samples, outer being away from growth
/// @param least a load below which differences do not matter
/// @param silent the load up to which nothing is to be noticed, NaN if there is none
/// @param took minutes since the sample before
/// @param step usual minutes between samples
/// @param age minutes since learning began, 0 or less while the averages warm up
record Sample(
        long time,
        double value,
        double sustained,
        double recent,
        double least,
        double silent,
        double took,
        double step,
        double age) {}
