package io.spillway.ui.kit;

/// A number as it is shown, with its unit apart, since units are small and muted.
///
/// @param value the digits, or an en dash where there is no number
/// @param unit empty if there is none
public record Quantity(String value, String unit) {
    /// No number is known.
    public static final Quantity NONE = new Quantity("–", "");

    /// Both, with a thin space between.
    @Override
    public String toString() {
        return unit.isEmpty() ? value : value + Format.THIN + unit;
    }
}
