package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.Alarms;
import io.spillway.desk.Picture;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.PlanWords;
import io.spillway.ui.kit.RuleWords;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.Set;

/// What the Board says of all alarms together, and what it proposes for each.
record StripWords(Picture picture) {
    /// Rules whose alarms a plan of relief answers.
    private static final Set<String> RELIEVED =
            Set.of("server-cpu", "pool-cpu", "surge", "saturation", "queue");

    /// `4 active · 2 unacknowledged · 1 shelved`; what there is none of is left out.
    String summary() {
        Alarms alarms = picture.alarms();
        int shelved = alarms.aside(AlarmState.SHELVED);
        String rest =
                some(alarms.unacknowledged(), "alarms.some-unacknowledged")
                        + some(shelved, "alarms.some-shelved")
                        + some(alarms.aside(AlarmState.UNKNOWN), "alarms.some-unknown")
                        + (alarms.flood() ? " · " + Words.of("alarms.flood-folded") : "");
        if (alarms.lines().isEmpty()) {
            return Words.of("alarms.no-alarms") + rest;
        }
        return Words.of("alarms.some-active", alarms.active()) + rest;
    }

    private static String some(int n, String key) {
        return n == 0 ? "" : " · " + Words.of(key, n);
    }

    /// `last 10 min: 3 raised`; empty if none was.
    String lately() {
        int raised = picture.alarms().figures().lastTenMinutes();
        return raised == 0 ? "" : Words.of("alarms.lately", raised);
    }

    /// What to do: the plan that would help by its name, else what the rule says.
    String response(Alarm alarm) {
        if (alarm.state() == AlarmState.RETURNED_UNACKNOWLEDGED) {
            return Words.of("alarms.acknowledge");
        }
        if (RELIEVED.contains(alarm.rule().name())) {
            List<Plan> plans = picture.plans();
            String pool = alarm.subject().pool();
            for (Plan plan : plans) {
                if (plan.applicable() && (pool.isEmpty() || plan.pool().equals(pool))) {
                    return PlanWords.title(plan);
                }
            }
        }
        return RuleWords.response(alarm.rule());
    }

    /// The first thing of what is to be done.
    static String brief(String response) {
        return response.split("[;:,.](\\s|$)|[、。]", 2)[0];
    }
}
