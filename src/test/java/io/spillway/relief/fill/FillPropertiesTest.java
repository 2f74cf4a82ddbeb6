package io.spillway.relief.fill;

import net.jqwik.api.PropertyDefaults;

/// Some hundred pools for each property.
@PropertyDefaults(tries = 300)
class FillPropertiesTest extends FillProperties {}
