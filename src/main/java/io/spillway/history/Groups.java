package io.spillway.history;

import io.spillway.fleet.Server;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Subjects in the order of their columns, the fleet first, and which servers belong to each.
final class Groups {
    private final Map<Subject, Integer> numbers = new HashMap<>();
    private final List<Subject> subjects = new ArrayList<>();
    private List<Server> servers = List.of();

    /// Indexes of servers, pool by pool, and where each pool's begin; the fleet has none of its
    /// own.
    private int[] order = new int[0];

    private int[] starts = new int[2];

    Groups() {
        number(Subject.FLEET);
    }

    int size() {
        return subjects.size();
    }

    Subject subject(int number) {
        return subjects.get(number);
    }

    /// The place of a subject, a new one if it was never heard of.
    int number(Subject subject) {
        return numbers.computeIfAbsent(
                subject,
                s -> {
                    subjects.add(s);
                    return subjects.size() - 1;
                });
    }

    /// The place of a subject, -1 if it was never heard of.
    int find(Subject subject) {
        return numbers.getOrDefault(subject, -1);
    }

    /// Says which servers there are now.
    void seat(List<Server> now) {
        if (now.equals(servers)) {
            return;
        }
        servers = now;
        int[] group = new int[now.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = number(new Subject(now.get(i).pool()));
        }
        starts = new int[size() + 1];
        for (int g : group) {
            starts[g + 1]++;
        }
        for (int g = 0; g < size(); g++) {
            starts[g + 1] += starts[g];
        }
        int[] next = starts.clone();
        order = new int[group.length];
        for (int i = 0; i < group.length; i++) {
            order[next[group[i]]++] = i;
        }
    }

    /// Subjects whose servers are known, the fleet among them.
    int seated() {
        return starts.length - 1;
    }

    /// Where in [#order] a subject's servers begin.
    int start(int number) {
        return starts[number];
    }

    /// Where in [#order] a subject's servers end.
    int end(int number) {
        return starts[number + 1];
    }

    int[] order() {
        return order;
    }
}
