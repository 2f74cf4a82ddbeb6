package io.spillway.watch.who;

import io.spillway.fleet.KeyRate;
import io.spillway.fleet.KeyRate.Dimension;
import io.spillway.watch.who.Cause.Confidence;
import io.spillway.watch.who.Cause.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// What the balancer's own counters tell of a surge: who talks most, and whether errors came first.
/// Four hours are kept, 200 keys a dimension and minute.
final class Talkers {
    private static final long MINUTE = 60_000;
    private static final int MINUTES = 240;
    private static final int FEW = 20;

    /// A key stands out if it grew this many times more than the whole.
    private static final double OUTSTANDING = 2;

    private final Deque<Rates> minutes = new ArrayDeque<>();

    /// What one key brings more than it would if it had grown as the whole did.
    private record Gain(String key, double excess, double before, double during) {}

    /// Takes one poll into account; polls come in the order of time.
    void add(long time, List<KeyRate> keys) {
        if (keys.isEmpty()) {
            return;
        }
        long minute = time / MINUTE;
        if (minutes.isEmpty() || minutes.getLast().minute != minute) {
            minutes.addLast(new Rates(minute));
            while (minutes.size() > MINUTES) {
                minutes.removeFirst();
            }
        }
        minutes.getLast().add(keys);
    }

    /// What is known now, unchanged by later polls.
    Talkers copy() {
        Talkers copy = new Talkers();
        copy.minutes.addAll(minutes);
        if (!minutes.isEmpty()) {
            // Polls go into the last minute alone.
            copy.minutes.addLast(copy.minutes.removeLast().copy());
        }
        return copy;
    }

    /// What can be claimed from counters alone.
    List<Cause> causes(long surgeStart, long now) {
        long first = surgeStart / MINUTE;
        long last = (now - 1) / MINUTE;
        long back = Math.max(10, last - first + 1);
        List<Rates> before =
                minutes.stream().filter(m -> m.minute < first && m.minute >= first - back).toList();
        List<Rates> during =
                minutes.stream().filter(m -> m.minute >= first && m.minute <= last).toList();
        Dimension whole = whole(during);
        double then = mean(before, whole);
        double current = mean(during, whole);
        double increase = current - then;
        if (then <= 0 || current < Claims.GROWTH * then) {
            return List.of();
        }
        List<Cause> causes = new ArrayList<>();
        bots(causes, before, during, increase, current / then);
        retries(causes, before, during, whole, increase);
        causes.sort(Comparator.comparingDouble(cause -> -cause.share()));
        return causes;
    }

    private static void bots(
            List<Cause> causes,
            List<Rates> before,
            List<Rates> during,
            double increase,
            double growth) {
        List<Gain> sources = gains(Dimension.SOURCE, before, during, growth);
        List<Gain> agents = gains(Dimension.USER_AGENT, before, during, growth);
        agents.removeIf(gain -> AgentClass.of(gain.key) == AgentClass.BROWSER);
        double bySource = share(sources, increase);
        double byAgent = share(agents, increase);
        double share = Math.max(bySource, byAgent);
        if (share < Claims.LEAST) {
            return;
        }
        List<String> evidence = new ArrayList<>();
        if (bySource >= Claims.LEAST) {
            evidence.add(said(sources, "source", bySource));
            Gain top = sources.getFirst();
            evidence.add(
                    String.format(
                            Locale.ROOT,
                            "%s alone asks %s times a second (before: %s)",
                            top.key,
                            Say.number(top.during),
                            Say.number(top.before)));
        }
        if (byAgent >= Claims.LEAST) {
            evidence.add(said(agents, "user agent", byAgent));
        }
        List<Gain> classes = gains(Dimension.REQUEST_CLASS, before, during, growth);
        if (share(classes, increase) >= Claims.LEAST) {
            evidence.add(said(classes, "request class", share(classes, increase)));
        }
        boolean sure = bySource > 0.4 && sources.size() <= FEW;
        causes.add(
                new Cause(
                        Kind.BOTS,
                        sure ? Confidence.LIKELY : Confidence.POSSIBLE,
                        share,
                        evidence));
    }

    private static String said(List<Gain> gains, String thing, double share) {
        int few = Math.min(gains.size(), FEW);
        return String.format(
                Locale.ROOT,
                "%s bring%s %s of the increase: %s%s",
                Say.count(few, thing),
                few == 1 ? "s" : "",
                Say.percent(share),
                Say.brief(gains.getFirst().key, 60),
                few > 1 ? ", …" : "");
    }

    /// Errors that were there before the load rose, and now are much of what it rose by.
    private static void retries(
            List<Cause> causes,
            List<Rates> before,
            List<Rates> during,
            Dimension whole,
            double increase) {
        int lead = Math.min(3, before.size() - 1);
        if (lead < 1) {
            return;
        }
        List<Rates> quiet = before.subList(0, before.size() - lead);
        double usual = failures(quiet, whole);
        double early = failures(before.subList(before.size() - lead, before.size()), whole);
        double share = Math.clamp((failures(during, whole) - usual) / increase, 0, 1);
        if (share < Claims.LEAST || early < Math.max(3 * usual, 0.02 * mean(quiet, whole))) {
            return;
        }
        causes.add(
                new Cause(
                        Kind.RETRY_STORM,
                        Confidence.POSSIBLE,
                        share,
                        List.of(
                                String.format(
                                        Locale.ROOT,
                                        "%s of the increase fails or is refused",
                                        Say.percent(share)),
                                String.format(
                                        Locale.ROOT,
                                        "errors rose before the load: %s a second, usual %s",
                                        Say.number(early),
                                        Say.number(usual)))));
    }

    private static List<Gain> gains(
            Dimension dimension, List<Rates> before, List<Rates> during, double growth) {
        var keys = new TreeSet<String>();
        during.forEach(minute -> keys.addAll(minute.heavy(dimension)));
        List<Gain> gains = new ArrayList<>();
        for (String key : keys) {
            double then = mean(before, dimension, key);
            double now = mean(during, dimension, key);
            if (now > OUTSTANDING * growth * then) {
                gains.add(new Gain(key, now - then * growth, then, now));
            }
        }
        gains.sort(Comparator.comparingDouble(gain -> -gain.excess));
        double top = gains.isEmpty() ? 0 : gains.getFirst().excess;
        gains.removeIf(gain -> gain.excess < 0.02 * top);
        return gains;
    }

    private static double share(List<Gain> gains, double increase) {
        double sum = gains.stream().limit(FEW).mapToDouble(Gain::excess).sum();
        return Math.clamp(sum / increase, 0, 1);
    }

    /// The dimension that tells of all requests best.
    private static Dimension whole(List<Rates> rates) {
        for (Dimension dimension : List.of(Dimension.FRONTEND, Dimension.REQUEST_CLASS)) {
            if (rates.stream().anyMatch(minute -> minute.has(dimension))) {
                return dimension;
            }
        }
        return Dimension.SOURCE;
    }

    private static double mean(List<Rates> rates, Dimension dimension) {
        return rates.stream()
                .filter(minute -> minute.has(dimension))
                .mapToDouble(minute -> minute.total(dimension))
                .average()
                .orElse(0);
    }

    private static double mean(List<Rates> rates, Dimension dimension, String key) {
        return rates.stream()
                .filter(minute -> minute.has(dimension))
                .mapToDouble(minute -> minute.of(dimension, key))
                .average()
                .orElse(0);
    }

    private static double failures(List<Rates> rates, Dimension dimension) {
        return rates.stream()
                .filter(minute -> minute.has(dimension))
                .mapToDouble(minute -> minute.failures(dimension))
                .average()
                .orElse(0);
    }
}
