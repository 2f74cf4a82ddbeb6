package io.spillway.alarm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// A [Memory] as text and back, without loss: timers, latches and shelves too.
public final class MemoryJson {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private MemoryJson() {}

    /// As it is written; the order of the alarms is that of the engine.
    private record Written(List<Kept> alarms, Flood flood, Sound sound) {}

    /// One line of JSON.
    public static String write(Memory memory) {
        return JSON.writeValueAsString(
                new Written(List.copyOf(memory.kept().values()), memory.flood(), memory.sound()));
    }

    /// What was written.
    ///
    /// @throws IllegalArgumentException if it was not written by [#write]
    public static Memory read(String text) {
        try {
            Written written = JSON.readValue(text, Written.class);
            Map<String, Kept> kept = new LinkedHashMap<>();
            written.alarms().forEach(k -> kept.put(k.id(), k));
            return new Memory(kept, written.flood(), written.sound());
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException(
                    "The alarms' saved state cannot be read; alarms begin anew.", e);
        }
    }
}
