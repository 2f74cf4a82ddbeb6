package io.spillway.ui;

import io.spillway.ui.setup.SetupFacts;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a desk without a configuration can offer, and what a configuration says of itself.
///
/// @param configuration where the configuration file is looked for
/// @param trouble one sentence: why that configuration did not work out; empty if it was not tried
/// @param practice starts practice, or tells the consumer, on the FX thread, in one sentence why it
///   did not begin; null where a window cannot, as in a drawn picture
/// @param connector connects a fleet; null where a window cannot
/// @param facts what the configuration says that is there
public record FirstRunOffer(
        String configuration,
        String trouble,
        @Nullable Consumer<Consumer<String>> practice,
        @Nullable FleetConnector connector,
        SetupFacts facts) {
    /// As above, where nothing was tried yet.
    public FirstRunOffer(
            String configuration,
            @Nullable Consumer<Consumer<String>> practice,
            @Nullable FleetConnector connector) {
        this(configuration, "", practice, connector, SetupFacts.NONE);
    }
}
