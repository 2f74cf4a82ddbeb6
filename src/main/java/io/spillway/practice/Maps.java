package io.spillway.practice;

import io.spillway.fleet.GateMaps;
import io.spillway.fleet.RequestClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The maps of one balancer, as `spillway-gates.cfg` loads them: all gates open. In memory only.
/// Guarded by the [Model] that owns the balancer.
final class Maps {
    /// Where they are.
    static final GateMaps PATHS = GateMaps.in("/etc/haproxy/spillway");

    private static final int NO_LIMIT = 1_000_000;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    private final Map<String, GateMap> byPath = new LinkedHashMap<>();
    private long nextAddress = 0x55d0_1000_0000L;

    Maps() {
        byPath.put(PATHS.shed(), new GateMap(false, true));
        byPath.put(PATHS.limit(), new GateMap(false, true));
        byPath.put(PATHS.epoch(), new GateMap(false, false));
        byPath.put(PATHS.sourceCap(), new GateMap(true, true));
        byPath.put(PATHS.agentCap(), new GateMap(false, true));
        for (RequestClass c : Clientele.CLASSES) {
            add(PATHS.shed(), c.key(), "0");
            add(PATHS.limit(), c.key(), Integer.toString(NO_LIMIT));
        }
        add(PATHS.epoch(), "e", "0");
    }

    /// An entry, at an address of its own.
    record Entry(long address, String key, String value) {}

    /// One map, in the order in which its entries came.
    ///
    /// @param addresses true if its keys are addresses and networks
    /// @param numbers true if its values are whole numbers
    record GateMap(boolean addresses, boolean numbers, List<Entry> entries) {
        GateMap(boolean addresses, boolean numbers) {
            this(addresses, numbers, new ArrayList<>());
        }

        /// What a lookup finds, `null` for nothing: the first of equal keys, the narrowest network.
        @Nullable Entry find(String key) {
            Entry found = null;
            int narrowest = -1;
            for (Entry entry : entries) {
                int width =
                        addresses
                                ? Network.width(entry.key(), key)
                                : entry.key().equals(key) ? 0 : -1;
                if (width > narrowest) {
                    found = entry;
                    narrowest = width;
                }
            }
            return found;
        }
    }

    List<String> paths() {
        return List.copyOf(byPath.keySet());
    }

    /// `null` if there is none at that path.
    @Nullable GateMap at(String path) {
        return byPath.get(path);
    }

    void add(String path, String key, String value) {
        GateMap map = byPath.get(path);
        if (map != null) {
            map.entries().add(new Entry(nextAddress, key, value));
            nextAddress += 0x50;
        }
    }

    /// The number that a gate finds at a key, empty if none stands there.
    OptionalInt number(String path, String key) {
        GateMap map = byPath.get(path);
        Entry entry = map == null ? null : map.find(key);
        return entry == null ? OptionalInt.empty() : OptionalInt.of(parsed(entry.value()));
    }

    private static int parsed(String value) {
        return NUMBER.matcher(value).matches() ? Integer.parseInt(value) : NO_LIMIT;
    }
}
