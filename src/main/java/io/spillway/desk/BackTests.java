package io.spillway.desk;

import io.spillway.alarm.rule.BackTest;
import io.spillway.alarm.rule.Rule;
import io.spillway.alarm.rule.Rules;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Server;
import io.spillway.history.History;
import io.spillway.history.Resolution;
import io.spillway.history.Series;
import io.spillway.history.Statistic;
import io.spillway.history.Subject;
import io.spillway.source.PastSource;
import io.spillway.source.SourceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says how often an edited rule would have rung: over the last seven days where a metrics engine
/// remembers them, else over what is in memory. Blocks while the engine answers; for any thread but
/// the desk's.
final class BackTests {
    private static final Logger LOG = LoggerFactory.getLogger(BackTests.class);
    private static final long WEEK = 7 * 86_400_000L;

    /// Steps between values, milliseconds: the finest that is not too much to ask.
    private static final long[] STEPS = {15_000, 30_000, 60_000, 300_000, 900_000};

    /// Values asked for at most, and at most in one question, over all servers.
    private static final long MOST = 4_000_000;

    private static final int MOST_AT_ONCE = 500_000;

    private final List<Pool> pools;
    private final List<PastSource> sources;
    private final History history;

    /// @param history locked while it is read
    BackTests(List<Pool> pools, List<PastSource> sources, History history) {
        this.pools = List.copyOf(pools);
        this.sources = List.copyOf(sources);
        this.history = history;
    }

    /// What came of it.
    ///
    /// @param test null if there is nothing to test on
    /// @param sentence for operators: how often it would have rung, and which past says so
    record Result(@Nullable BackTest test, String sentence) {}

    /// Tests the rules as they are to be against those that hold, on every subject of one rule.
    ///
    /// @param name the rule's
    /// @param now those that hold
    /// @param edited those to be
    /// @param fleet of the newest Picture
    Result run(String name, Rules now, Rules edited, FleetState fleet) {
        Rule rule = edited.rule(name).orElse(null);
        Metric metric = RulePast.metric(name).orElse(null);
        if (rule == null || metric == null) {
            return new Result(
                    null, "No past is kept of what this rule looks at, so it cannot be tested.");
        }
        Roster roster = Roster.of(pools, fleet.balancers());
        for (PastSource source : sources) {
            try {
                List<BackTest> tests = remembered(source, roster, metric, rule, now, edited, fleet);
                if (tests.stream().anyMatch(test -> test.seen() > 0)) {
                    return result(rule, tests, "by " + source.name());
                }
            } catch (SourceException e) {
                LOG.info("No back-test by {}: {}", source.name(), e.getMessage());
            }
        }
        return result(rule, inMemory(metric, rule, now, edited, fleet), "from memory");
    }

    private static Result result(Rule rule, List<BackTest> tests, String by) {
        List<BackTest> known = tests.stream().filter(test -> test.seen() > 0).toList();
        if (known.isEmpty()) {
            return new Result(
                    null, "Nothing is known of the past yet, so this rule cannot be tested.");
        }
        BackTest test = BackTest.together(known);
        return new Result(
                test, "%s %s (%s, %s).".formatted(rule.title(), test.sentence(), test.span(), by));
    }

    private List<BackTest> remembered(
            PastSource source,
            Roster roster,
            Metric metric,
            Rule rule,
            Rules now,
            Rules edited,
            FleetState fleet)
            throws SourceException {
        long step = step(roster.servers().size());
        int points = (int) (WEEK / step);
        long end = fleet.time() / step * step;
        float[] @Nullable [] rows =
                PastRows.ask(source, roster, metric, end, step, points, MOST_AT_ONCE);
        float[] @Nullable [] weights =
                metric == Metric.ERRORS
                        ? PastRows.ask(
                                source, roster, Metric.REQUESTS, end, step, points, MOST_AT_ONCE)
                        : rows;
        long[] times = new long[points];
        Arrays.setAll(times, i -> end - (points - 1L - i) * step);
        Trial trial = new Trial(rule, now, edited, step);
        List<BackTest> tests = new ArrayList<>();
        if (RulePast.byServer(rule.name())) {
            for (int i = 0; i < rows.length; i++) {
                float[] row = rows[i];
                if (row != null) {
                    Server server = roster.servers().get(i);
                    tests.add(trial.of(server.pool(), server.name(), times, doubles(row)));
                }
            }
            return tests;
        }
        for (Pool pool : pools) {
            double[] values =
                    RulePast.pool(rule.name(), roster, pool.name(), rows, weights, points);
            tests.add(trial.of(pool.name(), "", times, values));
        }
        return tests;
    }

    private static long step(int servers) {
        for (long step : STEPS) {
            if (WEEK / step * servers <= MOST) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /// In memory are a quarter of an hour of each server, and weeks of pools.
    private List<BackTest> inMemory(
            Metric metric, Rule rule, Rules now, Rules edited, FleetState fleet) {
        List<BackTest> tests = new ArrayList<>();
        if (RulePast.byServer(rule.name())) {
            for (Server server : fleet.servers()) {
                Series tail;
                synchronized (history) {
                    tail = history.tail(metric, server.pool(), server.name());
                }
                Trial trial = new Trial(rule, now, edited, spacing(tail.times()));
                tests.add(
                        trial.of(
                                server.pool(),
                                server.name(),
                                tail.times(),
                                doubles(tail.values())));
            }
            return tests;
        }
        Statistic statistic = metric == Metric.LATENCY ? Statistic.HIGH : Statistic.MEDIAN;
        Trial trial = new Trial(rule, now, edited, Resolution.MINUTE.step());
        for (Pool pool : pools) {
            Series series;
            synchronized (history) {
                series =
                        history.aggregates()
                                .series(
                                        new Subject(pool.name()),
                                        metric,
                                        statistic,
                                        Resolution.MINUTE,
                                        fleet.time() - WEEK,
                                        fleet.time());
            }
            double[] values = doubles(series.values());
            tests.add(
                    trial.of(
                            pool.name(),
                            "",
                            series.times(),
                            metric == Metric.LATENCY ? RulePast.againstUsual(values) : values));
        }
        return tests;
    }

    private static long spacing(long[] times) {
        return times.length < 2
                ? 1_000
                : Math.max(1, (times[times.length - 1] - times[0]) / (times.length - 1));
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }

    /// A rule on its way from one set of limits to another.
    private record Trial(Rule rule, Rules now, Rules edited, long interval) {
        BackTest of(String pool, String server, long[] times, double[] values) {
            Rule old = now.rule(rule.name()).orElse(rule);
            return BackTest.of(
                    times,
                    values,
                    now.limits(old, pool, server),
                    edited.limits(rule, pool, server),
                    rule.unit(),
                    interval,
                    WEEK);
        }
    }
}
