package io.spillway.desk;

/// By what right an act goes beyond the guards.
///
/// @param second name of the second operator, empty if nobody agreed
/// @param secret of the second operator; never shown
/// @param emergency true to override the guards, which is told everywhere
public record Consent(String second, String secret, boolean emergency) {
    /// Nobody was asked.
    public static final Consent NONE = new Consent("", "", false);

    @Override
    public String toString() {
        return "Consent[second=%s, emergency=%s]".formatted(second, emergency);
    }
}
