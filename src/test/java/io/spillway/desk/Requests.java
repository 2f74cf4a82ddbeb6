package io.spillway.desk;

import io.spillway.fleet.Knob;
import io.spillway.fleet.RequestClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Plans of all kinds, asked for at random.
final class Requests {
    private static final List<String> STATES = List.of("drain", "maint", "ready");

    private final Random random;
    private final List<RequestClass> classes;
    private final List<String> known;

    /// @param servers of the pool `web`
    Requests(Random random, List<RequestClass> classes, List<String> servers) {
        this.random = random;
        this.classes = classes;
        this.known = servers;
    }

    PlanRequest any() {
        return switch (random.nextInt(13)) {
            case 0 -> new PlanRequest.Even("web");
            case 1, 2 -> new PlanRequest.Weights("web", weights());
            case 3, 4, 5 -> new PlanRequest.Serve("web", servers(), one(STATES));
            case 6 -> new PlanRequest.Standby("web", random.nextInt(4) - 2);
            case 7 -> new PlanRequest.Gate(Integer.toString(random.nextInt(classes.size())));
            case 8, 9 -> new PlanRequest.Shed(Map.of(one(classes).name(), random.nextInt(1001)));
            case 10 -> new PlanRequest.Limit(one(classes).name(), random.nextInt(400) - 1);
            case 11 ->
                    random.nextBoolean()
                            ? new PlanRequest.Connections("web")
                            : new PlanRequest.Cap(
                                    new Knob(Knob.Kind.SOURCE_CAP, "203.0.113.9"),
                                    random.nextInt(50) - 1);
            default -> new PlanRequest.Throttle();
        };
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private List<String> servers() {
        List<String> names = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String name = one(known);
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private Map<String, Integer> weights() {
        Map<String, Integer> weights = new HashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            boolean none = random.nextInt(3) == 0;
            weights.put(one(known), none ? 0 : 60 + random.nextInt(100));
        }
        return weights;
    }
}
