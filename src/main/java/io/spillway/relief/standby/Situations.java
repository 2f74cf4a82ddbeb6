package io.spillway.relief.standby;

import io.spillway.fleet.Pool;
import io.spillway.relief.serving.Member;
import io.spillway.relief.serving.Serving;
import io.spillway.relief.standby.Situation.Returnable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sees a pool as [Advisor] wants it told.
public final class Situations {
    /// Below this part of the target there is more than enough.
    private static final double CALM = 0.8;

    private Situations() {}

    /// The situation of a pool at one time.
    ///
    /// @param target share of CPU to aim at, 0..1
    /// @param more how many servers an autoscaler may add beyond those that stand by, 0 or more
    /// @param saturation until the earliest time at which load may reach the limit, null for none
    /// @param time epoch milliseconds
    public static Situation of(
            Serving serving, double target, int more, @Nullable Duration saturation, long time) {
        Pool pool = serving.pool();
        Set<String> now = serving.now();
        List<String> idle = StandbyPlans.idle(serving);
        return new Situation(
                time,
                now.size(),
                pool.required(serving.members().size()),
                now.size() + idle.size() + more,
                serving.demand(),
                serving.capacity(now, target),
                serving.capacity(now, CALM * target),
                serving.capacity(now, pool.cpuLimit()),
                one(serving, idle, target),
                returnable(serving, now, target),
                saturation,
                pool.standby().untilFull());
    }

    /// The weakest of those that would come next, so that what is advised is enough.
    private static double one(Serving serving, List<String> idle, double target) {
        List<Member> next =
                serving.members().stream()
                        .filter(m -> idle.isEmpty() ? m.serving() : idle.contains(m.name()))
                        .toList();
        return next.stream()
                .mapToDouble(m -> m.rateAt(target))
                .filter(r -> r > 0)
                .min()
                .orElse(Double.NaN);
    }

    private static List<Returnable> returnable(Serving serving, Set<String> now, double target) {
        List<Returnable> all = new ArrayList<>();
        Set<String> left = new HashSet<>(now);
        for (String name : StandbyPlans.returnable(serving)) {
            left.remove(name);
            boolean survives = serving.afterLosingOne(left) <= serving.pool().cpuLimit();
            all.add(new Returnable(name, serving.capacity(Set.of(name), target), survives));
        }
        return all;
    }
}
