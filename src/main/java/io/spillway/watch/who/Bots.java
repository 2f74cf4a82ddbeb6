package io.spillway.watch.who;

import io.spillway.watch.who.Cause.Confidence;
import io.spillway.watch.who.Cause.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is said of the machines that bring a surge.
final class Bots {
    private static final int FEW = 20;

    private final Events events;
    private final Names names;
    private final Usual usual;
    private final double increase;
    private final IntPredicate machine;
    private final Keys sources;
    private final int[] order;

    private Bots(Events events, Names names, Usual usual, double increase, IntPredicate machine) {
        this.events = events;
        this.names = names;
        this.usual = usual;
        this.increase = increase;
        this.machine = machine;
        this.sources = new Keys(events, events.source);
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < events.size; i++) {
            if (machine.test(i)) {
                seen.add(sources.keys.find(events.source[i]));
            }
        }
        order =
                seen.stream()
                        .filter(key -> sources.increase(key) > 0)
                        .sorted(Comparator.comparingDouble(key -> -sources.increase(key)))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    /// The cause, null if the machines' share is too small to be claimed.
    static @Nullable Cause cause(
            Events events,
            Names names,
            Usual usual,
            Machines machines,
            IntPredicate others,
            double increase,
            double share) {
        if (share < Claims.LEAST || share * increase < Claims.FEWEST) {
            return null;
        }
        var bots =
                new Bots(
                        events,
                        names,
                        usual,
                        increase,
                        i -> !others.test(i) && machines.has(events, i));
        List<String> evidence = bots.evidence();
        boolean sure = share > 0.4 || evidence.size() > 3;
        return new Cause(
                Kind.BOTS, sure ? Confidence.LIKELY : Confidence.POSSIBLE, share, evidence);
    }

    private List<String> evidence() {
        List<String> evidence = new ArrayList<>();
        int few = leaders();
        double top = IntStream.of(order).limit(few).mapToDouble(sources::increase).sum();
        Set<Integer> group = new HashSet<>();
        if (few <= FEW) {
            IntStream.of(order).limit(few).forEach(k -> group.add((int) sources.keys.key(k)));
            evidence.add(
                    String.format(
                            Locale.ROOT,
                            "%s bring%s %s of the increase: %s",
                            Say.count(few, "source"),
                            few == 1 ? "s" : "",
                            Say.percent(top / increase),
                            list(few)));
        } else {
            IntStream.of(order).forEach(k -> group.add((int) sources.keys.key(k)));
            double all = IntStream.of(order).mapToDouble(sources::increase).sum();
            evidence.add(
                    String.format(
                            Locale.ROOT,
                            "%s of machines bring %s of the increase",
                            Say.count(order.length, "source"),
                            Say.percent(all / increase)));
        }
        IntPredicate leader =
                i -> events.during[i] > 0 && machine.test(i) && group.contains(events.source[i]);
        double all = events.during(leader);
        one(evidence, events.net, leader, all, few <= FEW && few > 1 ? 0.7 : 0.4, "network");
        agents(evidence, leader, all);
        behaviour(evidence, leader, all);
        pace(evidence, leader, all, group.size());
        return evidence;
    }

    /// How many sources, the strongest first, bring nearly all of what machines bring more.
    private int leaders() {
        double total = IntStream.of(order).mapToDouble(sources::increase).sum();
        double sum = 0;
        for (int n = 0; n < order.length; n++) {
            double next = sources.increase(order[n]);
            if (n > 0
                    && ((sum > 0.85 * total && next < 0.5 * sum / n)
                            || (sum > 0.5 * total && next < 0.2 * sum / n))) {
                return n;
            }
            sum += next;
        }
        return order.length;
    }

    private String list(int few) {
        var text = new StringBuilder();
        for (int n = 0; n < Math.min(few, 3); n++) {
            String name = names.of((int) sources.keys.key(order[n]));
            text.append(n == 0 ? "" : ", ").append(name.isEmpty() ? "?" : name);
        }
        return few > 3 ? text + ", …" : text.toString();
    }

    private void one(
            List<String> evidence,
            int[] column,
            IntPredicate leader,
            double all,
            double least,
            String thing) {
        var top = Top.of(events, column, leader);
        if (top.weight() > least * all && !names.of(top.key()).isEmpty()) {
            evidence.add(
                    String.format(
                            Locale.ROOT,
                            "one %s brings %s of the increase: %s",
                            thing,
                            Say.percent(top.weight() / increase),
                            Say.brief(names.of(top.key()), 80)));
        }
    }

    private void agents(List<String> evidence, IntPredicate leader, double all) {
        var top = Top.of(events, events.agent, leader);
        double empty = events.during(i -> leader.test(i) && events.agent[i] == 0);
        double named =
                events.during(i ->
                        leader.test(i)
                                && events.agentClass(i) != AgentClass.BROWSER
                                && events.agent[i] != 0);
        if (empty > 0.5 * all) {
            evidence.add(
                    String.format(
                            Locale.ROOT, "no user agent on %s of it", Say.percent(empty / all)));
        } else if (top.weight() > 0.6 * all) {
            one(evidence, events.agent, leader, all, 0.6, "agent");
        } else if (top.distinct() > 5) {
            evidence.add(
                    String.format(
                            Locale.ROOT, "%s, changing", Say.count(top.distinct(), "user agent")));
        }
        if (named > 0.5 * all) {
            evidence.add(
                    String.format(
                            Locale.ROOT,
                            "%s of it calls itself a crawler or a script",
                            Say.percent(named / all)));
        }
    }

    private void behaviour(List<String> evidence, IntPredicate leader, double all) {
        double bare = events.during(i -> leader.test(i) && events.referer(i) == Traits.NO_REFERER);
        if (bare > 0.9 * all && usual.referred() > 0.1) {
            evidence.add(
                    String.format(
                            Locale.ROOT,
                            "no referer on %s of it (usual %s)",
                            Say.percent(bare / all),
                            Say.percent(1 - usual.referred())));
        }
        double files = events.during(i -> leader.test(i) && events.isStatic(i));
        if (files < 0.02 * all && usual.tellsByStatic()) {
            evidence.add(
                    String.format(
                            Locale.ROOT,
                            "none of a page's own files (usual %s)",
                            Say.percent(usual.files())));
        }
        var path = Top.of(events, events.path, leader);
        if (path.weight() > 0.8 * all) {
            evidence.add(
                    String.format(
                            Locale.ROOT,
                            "1 path for %s of it: %s",
                            Say.percent(path.weight() / all),
                            Say.brief(names.of(path.key()), 60)));
        } else if (path.distinct() > 20) {
            evidence.add(
                    String.format(Locale.ROOT, "%s", Say.count(path.distinct(), "different path")));
        }
        double missed = events.during(i -> leader.test(i) && events.missed(i));
        if (missed > 0.2 * all) {
            evidence.add(
                    String.format(Locale.ROOT, "%s of it answered 4xx", Say.percent(missed / all)));
        }
        double failed = events.during(i -> leader.test(i) && events.failed(i));
        if (failed > 0.2 * all) {
            evidence.add(
                    String.format(
                            Locale.ROOT, "%s of it refused or failed", Say.percent(failed / all)));
        }
    }

    private void pace(List<String> evidence, IntPredicate leader, double all, int count) {
        double each = all / Math.max(1, count);
        if (each > 3 * usual.requests()) {
            evidence.add(
                    String.format(
                            Locale.ROOT,
                            "%s a source (usual %s)",
                            Say.count(each, "request"),
                            Say.number(usual.requests())));
        }
        if (!events.whole || order.length == 0) {
            return;
        }
        int key = (int) sources.keys.key(order[0]);
        long[] times =
                IntStream.range(0, events.size)
                        .filter(i -> leader.test(i) && events.source[i] == key)
                        .mapToLong(i -> events.time[i])
                        .toArray();
        Arrays.sort(times);
        double mean =
                times.length < 10 ? 0 : (times[times.length - 1] - times[0]) / (times.length - 1.0);
        double squares = 0;
        for (int i = 1; i < times.length; i++) {
            squares += Math.pow(times[i] - times[i - 1] - mean, 2);
        }
        // Logs with whole seconds cannot show how regular a fast client is.
        if (mean > 4000 && Math.sqrt(squares / (times.length - 1)) < 0.2 * mean) {
            evidence.add(
                    String.format(
                            Locale.ROOT,
                            "regular: one request every %s s",
                            Say.number(mean / 1000)));
        }
    }
}
