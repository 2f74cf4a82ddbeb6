package io.spillway.relief;

/// What was learnt of a server: CPU is `background + cost * requests`.
///
/// @param cost share of CPU that one request a second takes, NaN if nothing was learnt
/// @param background share of CPU that is no traffic's, 0..1
/// @param error relative standard error of `cost`, 0 upwards
public record Line(double cost, double background, double error) {
    /// Nothing was learnt.
    public static final Line NONE = new Line(Double.NaN, Double.NaN, Double.NaN);

    /// True if something was learnt.
    public boolean known() {
        return cost > 0 && background >= 0;
    }
}
