package io.spillway.alarm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that the engine remembers from step to step; [MemoryJson] writes it down. Immutable. It
/// follows what is not well, nothing else.
public final class Memory {
    private static final Memory NONE = new Memory(Map.of(), Flood.NONE, Sound.NONE);

    private final Map<String, Kept> kept;
    private final Flood flood;
    private final Sound sound;

    Memory(Map<String, Kept> kept, Flood flood, Sound sound) {
        this.kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
        this.flood = flood;
        this.sound = sound;
    }

    /// Nothing was ever looked at.
    public static Memory none() {
        return NONE;
    }

    /// The ids of everything it follows, listed or not. Signals are wanted for all of them.
    public Set<String> tracked() {
        return kept.keySet();
    }

    /// The same after a time in which nobody looked: what was about to come or to go begins anew,
    /// for nobody knows how it was meanwhile.
    ///
    /// @param time epoch milliseconds
    public Memory resumed(long time) {
        Map<String, Kept> resumed = new LinkedHashMap<>();
        kept.forEach((id, k) -> resumed.put(id, k.with(k.look().resumed(time))));
        return new Memory(resumed, flood, sound);
    }

    /// What is to be heard.
    public Ring ring() {
        return sound.ring();
    }

    Map<String, Kept> kept() {
        return kept;
    }

    Flood flood() {
        return flood;
    }

    Sound sound() {
        return sound;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Memory m
                && kept.equals(m.kept)
                && flood.equals(m.flood)
                && sound.equals(m.sound);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kept, flood, sound);
    }

    @Override
    public String toString() {
        return "Memory" + kept.values() + flood + sound;
    }
}
