package io.spillway.action;

import io.spillway.fleet.Knob;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Lists, counts and times as operators read them.
final class Words {
    private Words() {}

    /// `lb-1`, `lb-1 and lb-2`, `lb-1, lb-2 and lb-3`.
    static String join(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /// The first few, and how many more.
    static String some(List<String> names, int most) {
        if (names.size() <= most + 1) {
            return join(names);
        }
        List<String> shown = new ArrayList<>(names.subList(0, most));
        shown.add((names.size() - most) + " more");
        return join(shown);
    }

    /// `the weight of web-1`, `the shed of 5`.
    static String the(Knob knob) {
        return "the %s of %s".formatted(knob.kind().noun(), knob.name());
    }

    /// `the weight of web-1, web-2 and 3 more` where all are of one kind.
    static String the(List<Knob> knobs, int most) {
        boolean alike = knobs.stream().map(Knob::kind).distinct().count() == 1;
        List<String> names = new ArrayList<>();
        knobs.forEach(k -> names.add(alike ? k.name() : the(k)));
        String some = some(names, most);
        return alike ? "the %s of %s".formatted(knobs.getFirst().kind().noun(), some) : some;
    }

    /// `web-1 has weight`, to go on with the value.
    static String has(Knob knob) {
        return "%s has %s".formatted(knob.name(), knob.kind().noun());
    }

    /// The value that a knob has among these, in words.
    static String now(Knob knob, Map<Knob, Integer> values) {
        Integer value = knob.among(values);
        return value == null ? "unknown" : knob.say(value);
    }

    /// `weights` where all are weights, `settings` where they are of several kinds.
    static String plural(Collection<Knob> knobs) {
        return count(knobs).replaceFirst("\\d+ ", "").replaceFirst("s?$", "s");
    }

    /// `1 weight`, `12 weights`, `3 settings` where they are of several kinds.
    static String count(Collection<Knob> knobs) {
        List<Knob.Kind> kinds = knobs.stream().map(Knob::kind).distinct().toList();
        return count(knobs.size(), kinds.size() == 1 ? kinds.getFirst().noun() : "setting");
    }

    /// `1 weight`, `12 weights`.
    static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /// `2026-11-22T03:58:12Z`.
    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// A sentence without its full stop, to go on from.
    static String open(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
