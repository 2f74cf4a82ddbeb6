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

/// Who brings a surge: planted surges in a public access log.
final class WhoSection implements Section {
    private static final boolean TELL = Boolean.getBoolean("spillway.tell");

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
        int each = full ? 25 : 3;
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
                Mix mix = maker.make(log, new Random(seed * 1000 + i), kind);
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
            var random = new Random(seed * 1000 + 500 + i);
            int one = random.nextInt(4);
            int two = (one + 1 + random.nextInt(3)) % 4;
            Kind a = Kind.values()[one];
            Kind b = Kind.values()[two];
            Mix pair = maker.make(log, random, a, b);
            Attribution said = pair.attribution();
            boolean named =
                    said.causes().stream().map(Cause::kind).toList().containsAll(List.of(a, b));
            both += named ? 1 : 0;
            tell(named, prefix, a + "+" + b + " " + i, pair, said);
            Mix scaled = maker.make(log, new Random(seed * 1000 + 700 + i));
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

    private static void tell(boolean good, String prefix, String what, Mix mix, Attribution said) {
        if (TELL && !good) {
            System.err.println(prefix + what + ": " + mix.what());
            said.causes().forEach(cause -> System.err.println("    " + cause));
        }
    }
}
