package io.spillway.watch.who;

import io.spillway.fleet.KeyRate;
import java.util.List;

final class Talkers {
    void add(long time, List<KeyRate> keys) {}

    List<Cause> causes(long surgeStart, long now) {
        return List.of();
    }
}
