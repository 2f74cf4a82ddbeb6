package io.spillway.relief.standby;

import io.spillway.relief.standby.Memory.Wanted;
import io.spillway.relief.standby.Situation.Returnable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Says how many servers a pool should have.
///
/// More are advised at once, as many as it takes to bring all to the target, but only if demand is
/// off by more than the tolerance. Fewer are advised only after half an hour of calm, never below
/// the highest number wanted in the last five minutes, and only as long as the rest bears the loss
/// of its largest server.
public final class Advisor {
    /// Demand within this of what the target allows changes nothing.
    static final double TOLERANCE = 0.1;

    /// How long demand must have been calm before a server is taken back.
    static final Duration CALM = Duration.ofMinutes(30);

    /// The highest number wanted within this holds.
    static final Duration STABILISATION = Duration.ofMinutes(5);

    private Advisor() {}

    /// Advice, and what to remember for the next.
    public record Step(Memory memory, Advice advice) {}

    /// The advice at one time. The same memory and situation always give the same.
    public static Step step(Memory memory, Situation now) {
        boolean calm = now.demand() < now.calm();
        long since = !calm ? 0 : memory.calmSince() == 0 ? now.time() : memory.calmSince();
        int raw = raw(now);
        List<Wanted> wanted = new ArrayList<>();
        for (Wanted w : memory.wanted()) {
            if (w.time() > now.time() - STABILISATION.toMillis() && w.time() < now.time()) {
                wanted.add(w);
            }
        }
        wanted.add(new Wanted(now.time(), raw));
        int steady = wanted.stream().mapToInt(Wanted::servers).max().orElse(raw);
        boolean rested = since > 0 && now.time() - since >= CALM.toMillis();
        int number = raw;
        if (raw < now.serving()) {
            number = rested ? Math.min(now.serving(), steady) : now.serving();
        }
        return new Step(new Memory(since, wanted), advice(now, Math.max(number, now.least())));
    }

    /// How many demand asks for, without memory.
    private static int raw(Situation now) {
        double ratio = ratio(now);
        if (ratio > 1 + TOLERANCE) {
            return now.serving() + needed(now);
        }
        return Math.max(now.least(), now.serving() - spare(now));
    }

    private static double ratio(Situation now) {
        return now.capacity() > 0 ? now.demand() / now.capacity() : Double.NaN;
    }

    private static int needed(Situation now) {
        double missing = Math.max(0, now.demand() - now.capacity());
        // Without a hair of slack, a sum of fractions asks for one server too many.
        return now.one() > 0 ? (int) Math.min(10_000, Math.ceil(missing / now.one() - 1e-9)) : 0;
    }

    /// How many could go at once with room to spare, so that none is soon wanted back.
    private static int spare(Situation now) {
        double left = now.capacity();
        int count = 0;
        for (Returnable server : now.returnable()) {
            left -= server.capacity();
            boolean room = now.demand() <= (1 - TOLERANCE) * left;
            if (!room || !server.survives()) {
                break;
            }
            count++;
        }
        return count;
    }

    private static Advice advice(Situation now, int number) {
        int most = Math.max(now.most(), now.serving());
        int wanted = Math.max(Math.min(number, most), now.least());
        int change = wanted - now.serving();
        int missing = Math.max(0, number - most);
        Duration gap = Duration.ZERO;
        double shed = 0;
        Duration saturation = now.saturation();
        if (number > now.serving() && saturation != null) {
            Duration late = now.untilFull().minus(saturation);
            gap = late.isPositive() ? late : Duration.ZERO;
            shed = gap.isPositive() ? Math.max(0, now.demand() - now.limit()) : 0;
        }
        return new Advice(
                wanted,
                change,
                ratio(now),
                missing,
                gap,
                shed,
                Sayings.of(now, wanted, missing, gap, shed));
    }
}
