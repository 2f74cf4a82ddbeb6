package io.spillway.relief.fill;

import io.spillway.testing.LongRelief;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/// Ten thousand pools for each property, with `-Dspillway.long=relief`.
@PropertyDefaults(tries = 10_000)
@AddLifecycleHook(LongRelief.class)
class FillPropertiesLongTest extends FillProperties {}
