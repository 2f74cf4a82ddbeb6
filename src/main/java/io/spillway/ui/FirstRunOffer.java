package io.spillway.ui;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a desk without a configuration can offer.
///
/// @param configuration where the configuration file is looked for
/// @param trouble one sentence: why that configuration did not work out; empty if it was not tried
/// @param practice starts practice, or tells the consumer, on the FX thread, in one sentence why it
///   did not begin; null where a window cannot, as in a drawn picture
/// @param connector connects a fleet; null where a window cannot
public record FirstRunOffer(
        String configuration,
        String trouble,
        @Nullable Consumer<Consumer<String>> practice,
        @Nullable FleetConnector connector) {
    /// As above, where nothing was tried yet.
    public FirstRunOffer(
            String configuration,
            @Nullable Consumer<Consumer<String>> practice,
            @Nullable FleetConnector connector) {
        this(configuration, "", practice, connector);
    }
}
