package io.spillway.ui;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a desk without a configuration can offer.
///
/// @param configuration where the configuration file is looked for
/// @param practice starts practice, or tells the consumer, on the FX thread, in one sentence why it
///   did not begin; null where a window cannot, as in a drawn picture
/// @param connector connects a fleet; null where a window cannot
public record FirstRunOffer(
        String configuration,
        @Nullable Consumer<Consumer<String>> practice,
        @Nullable FleetConnector connector) {}
