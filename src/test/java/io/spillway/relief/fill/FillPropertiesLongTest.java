package io.spillway.relief.fill;

import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/// Ten thousand pools for each property, with `-Dspillway.long=relief`.
@PropertyDefaults(tries = 10_000)
@AddLifecycleHook(FillPropertiesLongTest.OnlyWhenAsked.class)
class FillPropertiesLongTest extends FillProperties {
    static final class OnlyWhenAsked implements SkipExecutionHook {
        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return "relief".equals(System.getProperty("spillway.long"))
                    ? SkipResult.doNotSkip()
                    : SkipResult.skip("needs -Dspillway.long=relief");
        }
    }
}
