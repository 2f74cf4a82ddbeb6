package io.spillway.source.prometheus;

/// How a metric is asked for. `{{window}}` in either text stands for the window of rates.
///
/// @param query PromQL whose series become samples
/// @param time PromQL that gives, with the same labels, when each sample was taken (epoch seconds);
///   empty if Spillway is to find out itself
public record MetricQuery(String query, String time) {}
