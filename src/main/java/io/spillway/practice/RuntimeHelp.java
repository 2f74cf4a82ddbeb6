package io.spillway.practice;

import java.util.List;

/// The lists of commands with which a Runtime API meets a command that it does not know.
final class RuntimeHelp {
    private static final List<Entry> COMMANDS =
            List.of(
                    new Entry("add map <map> <key> <value>", "another entry of a map"),
                    new Entry("clear map <map>", "no entry of a map any more"),
                    new Entry("del map <map> <key>", "an entry of a map less"),
                    new Entry("disable server <bk>/<srv>", "take a server out, as for maintenance"),
                    new Entry("enable server <bk>/<srv>", "let a server take requests again"),
                    new Entry("get map <map> <key>", "what a lookup in a map finds"),
                    new Entry("get weight <bk>/<srv>", "a server's weight, now and at first"),
                    new Entry("set map <map> <key> <value>", "the value of a map's entry"),
                    new Entry("set maxconn server <bk>/<srv>", "requests given to it at once"),
                    new Entry("set server <bk>/<srv> [what]", "a server's weight or state"),
                    new Entry("set severity-output [how]", "none, number or string"),
                    new Entry("set timeout cli <delay>", "how long this connection may idle"),
                    new Entry("set weight <bk>/<srv> <w>", "the same as set server weight"),
                    new Entry("show backend", "names of the backends"),
                    new Entry("show cli level", "what this connection may do"),
                    new Entry("show cli sockets", "where this interface listens"),
                    new Entry("show info", "the process"),
                    new Entry("show map [<map>]", "maps, or the entries of one"),
                    new Entry("show servers state [<bk>]", "weights and states of servers"),
                    new Entry("show stat [<px> <types> <sid>]", "counters, as CSV"),
                    new Entry("show table [<table> <filter>]", "stick tables, or entries of one"),
                    new Entry("show version", "the version alone"));

    private static final List<Entry> ALWAYS =
            List.of(
                    new Entry("help", "this list"),
                    new Entry("prompt", "stay open and mark the end of each answer"),
                    new Entry("quit", "close the connection"));

    private RuntimeHelp() {}

    private record Entry(String command, String does) {
        void appendTo(StringBuilder out) {
            out.append("  %-39s : %s\n".formatted(command, does));
        }
    }

    /// Every command, under a heading.
    static String list(String heading) {
        StringBuilder out = new StringBuilder(heading).append('\n');
        COMMANDS.forEach(entry -> entry.appendTo(out));
        ALWAYS.forEach(entry -> entry.appendTo(out));
        return out.toString();
    }

    /// What may have been meant by an unknown command that begins with this word.
    static String near(String first) {
        StringBuilder out =
                new StringBuilder(
                        "Unknown command, but maybe one of the following ones is a better"
                                + " match:\n");
        COMMANDS.stream()
                .filter(entry -> entry.command().startsWith(first + " "))
                .forEach(entry -> entry.appendTo(out));
        ALWAYS.forEach(entry -> entry.appendTo(out));
        return out.toString();
    }
}
