package io.spillway.alarm;

import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Rules;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// How often one alarm rang, and for how long each time. Mutable; for one thread.
final class Tally {
    /// On-delays that are proposed, seconds.
    private static final int[] DELAYS = {5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300};

    /// A proposal leaves at most this share of what rang.
    private static final double LEFT = 0.25;

    private static final class Time {
        final long from;
        long to = Long.MAX_VALUE;

        Time(long from) {
            this.from = from;
        }
    }

    private final Deque<Time> times = new ArrayDeque<>();
    private final Deque<Long> chatter = new ArrayDeque<>();

    void add(AlarmEvent event) {
        switch (event.kind()) {
            case RAISED -> {
                if (event.to().active()) {
                    times.addLast(new Time(event.time()));
                }
            }
            case RETURNED -> {
                Time last = times.peekLast();
                if (last != null && last.to == Long.MAX_VALUE) {
                    last.to = event.time();
                }
            }
            case CHATTERS -> chatter.addLast(event.time());
            default -> {}
        }
    }

    int times() {
        return times.size();
    }

    /// Forgets what was before a time.
    ///
    /// @return true if nothing is left
    boolean forget(long before) {
        while (!times.isEmpty() && times.getFirst().from < before) {
            times.removeFirst();
        }
        while (!chatter.isEmpty() && chatter.getFirst() < before) {
            chatter.removeFirst();
        }
        return times.isEmpty();
    }

    Figures.Actor actor(String id, Rules rules, int all) {
        int at = id.indexOf('@');
        String name = at < 0 ? id : id.substring(0, at);
        String subject = at < 0 ? "" : id.substring(at + 1);
        Optional<Rule> rule = rules.rule(name);
        return new Figures.Actor(
                id,
                rule.map(Rule::title).orElse(name),
                subject,
                times.size(),
                (double) times.size() / all,
                chatter.isEmpty() ? "" : rule.map(this::proposal).orElse(""));
    }

    /// What would make it ring less.
    private String proposal(Rule rule) {
        Duration on = rule.limits().onDelay();
        long clearing = rule.limits().offDelay().toMillis();
        for (int seconds : DELAYS) {
            long delay = seconds * 1000L;
            long more = delay - on.toMillis();
            // What is active for long enough past its off-delay was bad for the longer on-delay.
            long left =
                    times.stream()
                            .filter(t -> t.to == Long.MAX_VALUE || t.to - t.from - clearing >= more)
                            .count();
            if (more > 0 && left <= LEFT * times.size()) {
                return "on-delay "
                        + Texts.span(on.toMillis())
                        + " to "
                        + Texts.span(delay)
                        + " would leave "
                        + left
                        + " of "
                        + times.size();
            }
        }
        return "shelve it while its cause is being repaired";
    }
}
