package io.spillway.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The Runtime API's commands on maps. Safe for any thread.
final class MapCommands {
    private static final Answer NO_MAP =
            Answer.refused("Unknown map identifier. Please use #<id> or <file>.\n");
    private static final Answer NO_KEY = Answer.refused("Missing map identifier and/or key.\n");

    private final Model model;
    private final Maps maps;

    MapCommands(Model model, Maps maps) {
        this.model = model;
        this.maps = maps;
    }

    /// @param args words of a command, of which the second is `map`
    Answer run(List<String> args) {
        synchronized (model) {
            return switch (args.getFirst()) {
                case "show" -> show(args);
                case "get" -> get(args);
                case "set" -> set(args);
                case "add" -> add(args);
                case "del" -> del(args);
                default -> clear(args);
            };
        }
    }

    private Answer show(List<String> args) {
        if (args.size() < 3) {
            return Answer.data(list());
        }
        Maps.GateMap map = map(args);
        if (map == null) {
            return NO_MAP;
        }
        StringBuilder out = new StringBuilder();
        for (Maps.Entry entry : map.entries()) {
            out.append("0x%x %s %s\n".formatted(entry.address(), entry.key(), entry.value()));
        }
        return Answer.data(out.toString());
    }

    private String list() {
        StringBuilder out = new StringBuilder("# id (file) description\n");
        int id = 0;
        for (String path : maps.paths()) {
            Maps.GateMap map = maps.at(path);
            out.append(
                    ("%d (%s) pattern loaded from file '%s' used by map at file 'haproxy.cfg' line"
                                    + " %d. curr_ver=0 next_ver=0 entry_cnt=%d\n")
                            .formatted(
                                    id,
                                    path,
                                    path,
                                    40 + id,
                                    map == null ? 0 : map.entries().size()));
            id++;
        }
        return out.toString();
    }

    private Answer get(List<String> args) {
        if (args.size() < 4) {
            return NO_KEY;
        }
        Maps.GateMap map = map(args);
        if (map == null) {
            return NO_MAP;
        }
        Maps.Entry found = map.find(args.get(3));
        String kind = "type=%s, case=sensitive, ".formatted(map.addresses() ? "ip" : "str");
        return Answer.data(
                found == null
                        ? kind + "found=no\n"
                        : kind
                                + "found=yes, idx=tree, key=\"%s\", value=\"%s\", type=\"%s\"\n"
                                        .formatted(
                                                found.key(),
                                                found.value(),
                                                map.numbers() ? "sint" : "str"));
    }

    private Answer set(List<String> args) {
        if (args.size() < 5) {
            return Answer.refused(
                    "'set map' expects three parameters: map identifier, key and value.\n");
        }
        Maps.GateMap map = map(args);
        if (map == null) {
            return NO_MAP;
        }
        String key = args.get(3);
        if (map.entries().stream().noneMatch(e -> e.key().equals(key))) {
            return Answer.refused("entry not found.\n");
        }
        if (!map.numbers() || number(args.get(4))) {
            map.entries()
                    .replaceAll(e ->
                            e.key().equals(key)
                                    ? new Maps.Entry(e.address(), key, args.get(4))
                                    : e);
        }
        return Answer.DONE;
    }

    private Answer add(List<String> args) {
        if (args.size() < 5) {
            return Answer.refused(
                    "'add map' expects three parameters (map identifier, key and value) or one"
                            + " parameter (map identifier) and a payload\n");
        }
        Maps.GateMap map = map(args);
        if (map == null) {
            return NO_MAP;
        }
        String key = args.get(3);
        if (map.numbers() && !number(args.get(4))) {
            return Answer.refused("unable to parse '%s'.\n".formatted(args.get(4)));
        }
        if (map.addresses() && !Network.valid(key)) {
            return Answer.refused("'%s' is not a valid IPv4 or IPv6 address.\n".formatted(key));
        }
        maps.add(args.get(2), key, args.get(4));
        return Answer.DONE;
    }

    private Answer del(List<String> args) {
        if (args.size() < 4) {
            return Answer.refused("This command expects two parameters: map identifier and key.\n");
        }
        Maps.GateMap map = map(args);
        if (map == null) {
            return NO_MAP;
        }
        return map.entries().removeIf(e -> e.key().equals(args.get(3)))
                ? Answer.DONE
                : Answer.refused("Key not found.\n");
    }

    private Answer clear(List<String> args) {
        if (args.size() < 3) {
            return Answer.refused("Missing map identifier.\n");
        }
        Maps.GateMap map = map(args);
        if (map == null) {
            return NO_MAP;
        }
        map.entries().clear();
        return Answer.DONE;
    }

    private Maps.@Nullable GateMap map(List<String> args) {
        return maps.at(args.get(2));
    }

    private static boolean number(String value) {
        return value.matches("-?\\d{1,18}");
    }
}
