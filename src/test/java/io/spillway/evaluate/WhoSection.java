package io.spillway.evaluate;

import io.spillway.watch.who.Attribution;
import io.spillway.watch.who.Cause;
import io.spillway.watch.who.Cause.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;

/// Who brings a surge: planted surges in a public access log.
final class WhoSection implements Section {
    private static final boolean TELL = Boolean.getBoolean("spillway.tell");

    private static final int[][] PAIRS = {{0, 1}, {2, 3}, {0, 2}, {1, 3}, {0, 3}, {1, 2}};

    /// How a mix is made.
    @FunctionalInterface
    interface Maker {
        Mix make(AccessLog log, Random random, Kind... planted);
    }

    @Override
    public String name() {
        return "who";
    }

    @Override
    public List<Row> run(Path data, long seed, boolean full) throws IOException {
        AccessLog log = AccessLog.read(data);
        List<Row> rows = new ArrayList<>();
        int each = Integer.getInteger("spillway.each", full ? 25 : 3);
        rows.addAll(table("", Mixes::of, log, seed, each));
        rows.addAll(table("shadow ", ShadowMixes::of, log, seed, each));
        return rows;
    }

    private List<Row> table(String prefix, Maker maker, AccessLog log, long seed, int each) {
        List<Row> rows = new ArrayList<>();
        int first = 0;
        int near = 0;
        int total = 0;
        for (Kind kind : Kind.values()) {
            int right = 0;
            for (int i = 0; i < each; i++) {
                Mix mix = maker.make(log, random(seed, i), kind);
                Attribution said = mix.attribution();
                boolean named = !said.causes().isEmpty() && said.causes().getFirst().kind() == kind;
                right += named ? 1 : 0;
                boolean close = named && Math.abs(said.causes().getFirst().share() - 1) <= 0.15;
                near += close ? 1 : 0;
                tell(named && close, prefix, kind + " " + i, mix, said);
            }
            first += right;
            total += each;
            rows.add(
                    Row.shown(
                            name(),
                            prefix + kind.name().toLowerCase(Locale.ROOT) + " named first",
                            100.0 * right / each,
                            "%"));
        }
        rows.add(Row.atLeast(name(), prefix + "named first", 100.0 * first / total, 90, "%"));
        rows.add(
                Row.atLeast(
                        name(), prefix + "share within 15 points", 100.0 * near / total, 90, "%"));
        rows.addAll(others(prefix, maker, log, seed, each));
        return rows;
    }

    private List<Row> others(String prefix, Maker maker, AccessLog log, long seed, int each) {
        int both = 0;
        int silent = 0;
        for (int i = 0; i < each; i++) {
            var random = random(seed, 1000 + i);
            Kind a = Kind.values()[PAIRS[i % PAIRS.length][0]];
            Kind b = Kind.values()[PAIRS[i % PAIRS.length][1]];
            Mix pair = maker.make(log, random, a, b);
            Attribution said = pair.attribution();
            boolean named =
                    said.causes().stream().map(Cause::kind).toList().containsAll(List.of(a, b));
            both += named ? 1 : 0;
            tell(named, prefix, a + "+" + b + " " + i, pair, said);
            Mix scaled = maker.make(log, random(seed, 2000 + i));
            Attribution none = scaled.attribution();
            silent += none.causes().isEmpty() ? 1 : 0;
            tell(none.causes().isEmpty(), prefix, "scaling " + i, scaled, none);
        }
        return List.of(
                Row.atLeast(
                        name(), prefix + "two causes, both named", 100.0 * both / each, 90, "%"),
                Row.atLeast(
                        name(), prefix + "scaling, none claimed", 100.0 * silent / each, 100, "%"));
    }

    /// Neighbouring seeds of Random begin alike, so they are spread first.
    private static Random random(long seed, int number) {
        return new Random(new SplittableRandom(seed * 10_000 + number).nextLong());
    }

    private static void tell(boolean good, String prefix, String what, Mix mix, Attribution said) {
        if (TELL && !good) {
            System.err.println(prefix + what + ": " + mix.what());
            said.causes().forEach(cause -> System.err.println("    " + cause));
        }
    }
}
