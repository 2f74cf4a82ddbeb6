package io.spillway.alarm;

import java.util.List;

/// One line of the list: one alarm, or in a flood all those with one cause.
///
/// @param first the alarm that stands for the line: the one that was raised first
/// @param others those folded under it, in the order they were raised; empty outside a flood
/// @param text what is common to them: "CPU overload on 41 servers of web"; the alarm's own title
///   if there are no others
public record Line(Alarm first, List<Alarm> others, String text) {
    public Line {
        others = List.copyOf(others);
    }
}
