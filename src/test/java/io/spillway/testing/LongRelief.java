package io.spillway.testing;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/// Skips what only `-Dspillway.long=relief` asks for.
public final class LongRelief implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return "relief".equals(System.getProperty("spillway.long"))
                ? SkipResult.doNotSkip()
                : SkipResult.skip("needs -Dspillway.long=relief");
    }
}
