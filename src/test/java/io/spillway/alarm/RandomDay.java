package io.spillway.alarm;

import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What may happen on a day nobody would want: signals, acts and pauses by chance, the same for the
/// same seed.
final class RandomDay {
    private static final List<Rule> RULES = Panel.RULES.rules();
    private static final int SERVERS = 3;

    private final Random random;
    private final double[] values = new double[RULES.size() * SERVERS];
    private final String[] parents = new String[values.length];

    RandomDay(long seed) {
        random = new Random(seed);
        java.util.Arrays.fill(parents, "");
    }

    /// How long until the next step, milliseconds; now and then a long time.
    long pause() {
        return random.nextInt(20) == 0 ? 1_000L * random.nextInt(1_200) : 1_000;
    }

    List<Signal> signals() {
        List<Signal> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (random.nextInt(6) == 0) {
                values[i] = value();
            }
            if (random.nextInt(12) == 0) {
                parents[i] = random.nextInt(3) == 0 ? "BLIND prometheus-1" : "";
            }
            if (values[i] > 0 || Double.isNaN(values[i]) || random.nextBoolean()) {
                Rule rule = RULES.get(i / SERVERS);
                all.add(Panel.signal(rule, "s" + i % SERVERS, values[i], parents[i]));
            }
        }
        return all;
    }

    private double value() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> 0;
            case 3 -> .85;
            case 4 -> Double.NaN;
            case 5 -> 12;
            default -> 1;
        };
    }

    /// An act, or null for none this time.
    @Nullable OperatorAct act() {
        List<String> ids = List.of(id(), id());
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> new OperatorAct.Acknowledge(ids, Panel.OPS);
            case 3 -> new OperatorAct.Shelve(ids, 1_000L * random.nextInt(2_000), "x", Panel.OPS);
            case 4 -> new OperatorAct.Unshelve(ids, Panel.OPS);
            case 5 -> new OperatorAct.Silence(Panel.OPS);
            case 6 -> new OperatorAct.TakeOut(ids, "x", Panel.OPS);
            case 7, 8 -> new OperatorAct.PutBack(ids, Panel.OPS);
            default -> null;
        };
    }

    private String id() {
        Rule rule = RULES.get(random.nextInt(RULES.size()));
        return Panel.id(rule, "s" + random.nextInt(SERVERS));
    }

    boolean restarts() {
        return random.nextInt(10) == 0;
    }
}
