package io.spillway.ui;

/// What the first screen offers in tests.
final class SampleOffer {
    private SampleOffer() {}

    static FirstRunOffer offer() {
        return new FirstRunOffer("/home/ops/.config/spillway/spillway.yaml", null, null);
    }
}
