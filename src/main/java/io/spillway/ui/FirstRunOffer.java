package io.spillway.ui;

import org.jspecify.annotations.Nullable;

/// What a desk without a configuration can offer.
///
/// @param configuration where the configuration file is looked for
/// @param example a small configuration that can be copied
/// @param practice starts practice; null where a window cannot, as in a drawn picture
public record FirstRunOffer(String configuration, String example, @Nullable Runnable practice) {}
