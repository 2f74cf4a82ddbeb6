package io.spillway.alarm.signal;

import io.spillway.alarm.rule.RuleNames;
import io.spillway.alarm.rule.Rules;
import io.spillway.fleet.Metric;
import java.util.List;

/// Makes the signals of a tick: what is not well, and whatever is tracked. Remembers what it needs
/// from tick to tick: who sits where, how often values are sampled, what response times are usual,
/// and which servers changed their state lately. For one thread.
public final class Signals {
    private final Seats seats = new Seats();
    private final Pace pace = new Pace();
    private final Health health = new Health();
    private final Downs downs = new Downs();
    private final PoolValues pools = new PoolValues();

    /// Nothing is remembered yet.
    public Signals() {}

    /// The signals of one tick, to be called once for each.
    ///
    /// @param rules those that are left out of it give no signals
    public List<Signal> of(Scene scene, Rules rules) {
        seats.seat(scene.fleet(), rules);
        pace.read(scene.fleet(), seats);
        health.read(scene, seats);
        Collector out = new Collector(rules, scene.tracked());
        Blindness blindness = new Blindness(scene);
        Facts.collect(scene, out);
        downs.collect(scene, seats, health, blindness, out);
        ServerValues servers = new ServerValues(scene, seats, pace, blindness, health);
        out.rule(RuleNames.SERVER_CPU).ifPresent(r -> servers.collect(r, Metric.CPU, out));
        out.rule(RuleNames.QUEUE).ifPresent(r -> servers.collect(r, Metric.QUEUE, out));
        pools.collect(scene, seats, pace, blindness, out);
        new Loads(scene, pace, blindness, out).collect();
        return List.copyOf(out.signals());
    }
}
