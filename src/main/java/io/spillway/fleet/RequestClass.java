package io.spillway.fleet;

/// A kind of requests that are worth the same to the site.
///
/// @param name as configured
/// @param rank its place in the site's list: 0 is critical and refused last, the highest goes first
/// @param cost of one of its requests relative to the other classes', above 0
/// @param matches which requests it holds, as operators read it; empty if not told
public record RequestClass(String name, int rank, double cost, String matches) {
    /// A class of which only its place is known.
    public RequestClass(String name, int rank) {
        this(name, rank, 1, "");
    }

    /// True for the one class that no preset gates.
    public boolean critical() {
        return rank == 0;
    }

    /// How balancers' maps and tables name it.
    public String key() {
        return Integer.toString(rank);
    }
}
