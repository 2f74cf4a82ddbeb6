package io.spillway.relief.fill;

/// The servers that share a demand, as columns of one length. The arrays are not written to.
///
/// @param cost share of CPU that one request a second takes, above 0; NaN only where frozen or out
/// @param background share of CPU that is no traffic's, 0 upwards; NaN only where frozen or out
/// @param weights 0..256
/// @param roles what may be done with each
public record Servers(double[] cost, double[] background, int[] weights, Role[] roles) {
    /// How many there are.
    public int size() {
        return weights.length;
    }

    /// Sum of the weights among which traffic is shared.
    public long inService() {
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += roles[i] == Role.OUT ? 0 : weights[i];
        }
        return sum;
    }

    /// The same servers with other weights.
    public Servers with(int[] others) {
        return new Servers(cost, background, others, roles);
    }
}
