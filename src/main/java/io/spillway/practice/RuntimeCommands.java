package io.spillway.practice;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The Runtime API's commands on one balancer of the practice fleet. Safe for any thread.
final class RuntimeCommands {
    static final String VERSION = "2.6.12-practice";
    private static final String USAGE =
            "usage: set server <backend>/<server> addr | agent | agent-addr | agent-port |"
                    + " agent-send | check-addr | check-port | fqdn | health | ssl | state |"
                    + " weight\n";
    private static final List<String> UNCHANGEABLE =
            List.of(
                    "addr",
                    "agent",
                    "agent-addr",
                    "agent-port",
                    "agent-send",
                    "check-addr",
                    "check-port",
                    "fqdn",
                    "health",
                    "ssl");

    private final Model model;
    private final Balancer balancer;
    private final MapCommands maps;
    private final int port;

    RuntimeCommands(Model model, Balancer balancer, int port) {
        this.model = model;
        this.balancer = balancer;
        maps = new MapCommands(model, balancer.maps);
        this.port = port;
    }

    /// @param args words of a command, at least one
    Answer run(List<String> args) {
        return switch (args.getFirst()) {
            case "show" -> show(args);
            case "get" -> get(args);
            case "set" -> set(args);
            case "add", "del", "clear" ->
                    word(args, 1).equals("map") ? maps.run(args) : unknown(args);
            case "enable", "disable" -> enable(args);
            case "help" ->
                    Answer.notice(
                            RuntimeHelp.list("The following commands are valid at this level:"));
            default -> unknown(args);
        };
    }

    /// The answer to an empty line.
    Answer empty() {
        return Answer.notice(
                RuntimeHelp.list(
                        "Unknown command. Please enter one of the following commands only:"));
    }

    private Answer show(List<String> args) {
        String two = word(args, 1) + " " + word(args, 2);
        if (two.equals("servers state")) {
            return new ServersState(model, balancer).show(word(args, 3));
        }
        if (two.equals("cli level")) {
            return Answer.notice("admin\n");
        }
        if (two.equals("cli sockets")) {
            return Answer.data("# socket lvl processes\nipv4@127.0.0.1:" + port + " admin all\n");
        }
        return switch (word(args, 1)) {
            case "stat" -> new StatCsv(model, balancer).show(args.subList(2, args.size()));
            case "info" -> Answer.data(new InfoText(model, balancer).text());
            case "version" -> Answer.data(VERSION + "\n");
            case "backend" -> Answer.data(backends());
            case "map" -> maps.run(args);
            case "table" -> new StickTables(model, balancer).show(args.subList(2, args.size()));
            default -> unknown(args);
        };
    }

    private Answer get(List<String> args) {
        return switch (word(args, 1)) {
            case "weight" -> getWeight(args);
            case "map" -> maps.run(args);
            default -> unknown(args);
        };
    }

    private String backends() {
        StringBuilder out = new StringBuilder("# name\n");
        model.park.groups.forEach(pool -> out.append(pool.name()).append('\n'));
        return out.toString();
    }

    private Answer set(List<String> args) {
        return switch (word(args, 1)) {
            case "weight" -> onServer(word(args, 2), i -> weight(i, word(args, 3)));
            case "server" -> onServer(word(args, 2), i -> setServer(i, args));
            case "map" -> maps.run(args);
            case "maxconn" ->
                    word(args, 2).equals("server")
                            ? onServer(word(args, 3), i -> limit(i, word(args, 4)))
                            : unknown(args);
            default -> unknown(args);
        };
    }

    private Answer setServer(int server, List<String> args) {
        String what = word(args, 3);
        if (UNCHANGEABLE.contains(what)) {
            return Answer.refused("The practice fleet changes weight and state only.\n");
        }
        return switch (what) {
            case "weight" -> weight(server, word(args, 4));
            case "state" -> state(server, word(args, 4));
            default -> Answer.refused(USAGE);
        };
    }

    private Answer enable(List<String> args) {
        if (!word(args, 1).equals("server")) {
            return unknown(args);
        }
        String state = args.getFirst().equals("enable") ? "ready" : "maint";
        return onServer(word(args, 2), i -> state(i, state));
    }

    private Answer getWeight(List<String> args) {
        String path = word(args, 2);
        if (path.startsWith("/")) {
            return Answer.refused("No such backend.\n");
        }
        return onServer(
                path,
                i ->
                        Answer.data(
                                "%d (initial %d)\n"
                                        .formatted(balancer.weight(i), Park.INITIAL_WEIGHT)));
    }

    private Answer weight(int server, String word) {
        WeightWord wanted = WeightWord.parse(word, Park.INITIAL_WEIGHT);
        if (wanted.refusal() != null) {
            return Answer.refused(wanted.refusal());
        }
        balancer.weight(server, wanted.value());
        return Answer.DONE;
    }

    private Answer limit(int server, String word) {
        if (word.isEmpty()) {
            return Answer.refused("Require <maxconn>.\n");
        }
        String number = word.replaceFirst("^(\\d*).*", "$1");
        if (number.isEmpty()) {
            return Answer.refused("maxconn string empty or preceded by garbage");
        }
        if (number.length() != word.length()) {
            return Answer.refused("Trailing garbage in maxconn string");
        }
        balancer.limit(server, number.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(number));
        return Answer.DONE;
    }

    private Answer state(int server, String word) {
        @Nullable Byte admin =
                switch (word) {
                    case "ready" -> Balancer.READY;
                    case "drain" -> Balancer.DRAIN;
                    case "maint" -> Balancer.MAINT;
                    default -> null;
                };
        if (admin == null) {
            return Answer.refused(
                    "'set server <srv> state' expects 'ready', 'drain' and 'maint'.\n");
        }
        balancer.admin(server, admin, model.tape.latest().time());
        return Answer.DONE;
    }

    private Answer onServer(String path, IntFunction<Answer> act) {
        int slash = path.indexOf('/');
        if (slash <= 0 || slash == path.length() - 1) {
            return Answer.refused("Require 'backend/server'.\n");
        }
        int pool = model.park.findGroup(path.substring(0, slash));
        if (pool < 0) {
            return Answer.refused("No such backend.\n");
        }
        int server = model.park.findServer(pool, path.substring(slash + 1));
        if (server < 0) {
            return Answer.refused("No such server.\n");
        }
        synchronized (model) {
            return act.apply(server);
        }
    }

    private static Answer unknown(List<String> args) {
        return Answer.notice(RuntimeHelp.near(args.getFirst()));
    }

    private static String word(List<String> args, int index) {
        return index < args.size() ? args.get(index) : "";
    }
}
