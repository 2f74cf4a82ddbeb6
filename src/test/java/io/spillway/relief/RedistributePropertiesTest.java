package io.spillway.relief;

import net.jqwik.api.PropertyDefaults;

@PropertyDefaults(tries = 300)
class RedistributePropertiesTest extends RedistributeProperties {}
