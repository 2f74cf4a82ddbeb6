package io.spillway.alarm;

import io.spillway.alarm.signal.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The list in a flood: few lines, each one cause, none left out.
final class Folding {
    private static final Comparator<Alarm> FIRST_OUT =
            Comparator.comparingLong(Alarm::since)
                    .thenComparing(Alarm::priority)
                    .thenComparing(Alarm::id);

    private Folding() {}

    /// At most [Alarms#MOST_LINES] lines, the one with what came first on top.
    static List<Line> fold(List<Alarm> listed) {
        List<Alarm> inOrder = listed.stream().sorted(FIRST_OUT).toList();
        Collection<List<Alarm>> groups =
                groups(inOrder, a -> List.of(a.rule().name(), a.subject().pool()));
        if (groups.size() > Alarms.MOST_LINES) {
            groups = groups(inOrder, a -> List.of(a.rule().name()));
        }
        if (groups.size() <= Alarms.MOST_LINES) {
            return groups.stream().map(Folding::line).toList();
        }
        return withRest(new ArrayList<>(groups));
    }

    private static Collection<List<Alarm>> groups(
            List<Alarm> inOrder, Function<Alarm, List<String>> cause) {
        return inOrder.stream()
                .collect(Collectors.groupingBy(cause, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /// The first cause and the most urgent others have a line each, the rest shares one.
    private static List<Line> withRest(List<List<Alarm>> groups) {
        Set<String> own =
                groups.stream()
                        .skip(1)
                        .sorted(Comparator.comparingInt(Folding::urgency))
                        .limit(Alarms.MOST_LINES - 2L)
                        .map(Folding::rule)
                        .collect(Collectors.toSet());
        own.add(rule(groups.getFirst()));
        List<Line> lines = new ArrayList<>();
        List<Alarm> rest = new ArrayList<>();
        for (List<Alarm> group : groups) {
            if (own.contains(rule(group))) {
                lines.add(line(group));
            } else {
                rest.addAll(group);
            }
        }
        rest.sort(FIRST_OUT);
        long kinds = rest.stream().map(a -> a.rule().name()).distinct().count();
        lines.add(
                new Line(
                        rest.getFirst(),
                        rest.subList(1, rest.size()),
                        rest.size() + " alarms of " + kinds + " other kinds"));
        return lines;
    }

    private static String rule(List<Alarm> group) {
        return group.getFirst().rule().name();
    }

    private static int urgency(List<Alarm> group) {
        return group.stream().mapToInt(a -> a.priority().digit()).min().orElse(0);
    }

    private static Line line(List<Alarm> group) {
        Alarm first = group.getFirst();
        String title = first.rule().title();
        if (group.size() == 1) {
            return new Line(first, List.of(), title);
        }
        Map<String, Long> pools =
                group.stream()
                        .collect(
                                Collectors.groupingBy(
                                        a -> a.subject().pool(), Collectors.counting()));
        String pool = first.subject().pool();
        boolean one = pools.size() == 1 && !pool.isEmpty();
        String text =
                title + " on " + group.size() + " " + kind(group) + (one ? " of " + pool : "");
        return new Line(first, group.subList(1, group.size()), text);
    }

    private static String kind(List<Alarm> group) {
        Set<Subject.Kind> kinds =
                group.stream().map(a -> a.subject().kind()).collect(Collectors.toSet());
        if (kinds.size() > 1) {
            return "subjects";
        }
        return switch (group.getFirst().subject().kind()) {
            case SERVER -> "servers";
            case POOL -> "pools";
            case SOURCE -> "sources";
            case BALANCER -> "balancers";
            case ACT -> "acts";
            case FLEET, CONSOLE, ALERT -> "subjects";
        };
    }
}
