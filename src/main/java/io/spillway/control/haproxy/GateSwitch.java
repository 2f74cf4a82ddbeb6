package io.spillway.control.haproxy;

import io.spillway.fleet.GateMaps;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.wire.haproxy.AgentKey;
import io.spillway.wire.haproxy.Answer;
import io.spillway.wire.haproxy.Command;
import io.spillway.wire.haproxy.MapCommand;
import io.spillway.wire.haproxy.MapText;
import io.spillway.wire.haproxy.RuntimeClient;
import io.spillway.wire.haproxy.WireException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sets a balancer's gates: the maps of `spillway-gates.cfg`.
final class GateSwitch {
    private final GateMaps maps;
    private final RuntimeClient client;

    GateSwitch(GateMaps maps, RuntimeClient client) {
        this.maps = maps;
        this.client = client;
    }

    /// Every entry of every map.
    ///
    /// @throws IllegalArgumentException with one sentence if the balancer has no such map
    Map<Knob, Integer> read() throws WireException {
        List<Kind> kinds = GateMaps.kinds();
        List<Answer> answers =
                client.execute(kinds.stream().map(k -> MapCommand.show(maps.path(k))).toList());
        Map<Knob, Integer> values = new LinkedHashMap<>();
        for (int i = 0; i < kinds.size(); i++) {
            values.putAll(GateMaps.knobs(kinds.get(i), entries(kinds.get(i), answers.get(i))));
        }
        return values;
    }

    private Map<String, String> entries(Kind kind, Answer answer) {
        return switch (answer) {
            case Answer.Data data -> {
                Map<String, String> entries = MapText.parse(data.text());
                yield kind == Kind.AGENT_CAP ? AgentKey.agents(entries) : entries;
            }
            case Answer.Done _ -> Map.of();
            case Answer.Notice notice -> throw noMap(kind, notice.text());
            case Answer.Refused refused -> throw noMap(kind, refused.text());
        };
    }

    private IllegalArgumentException noMap(Kind kind, String words) {
        return new IllegalArgumentException(
                "HAProxy does not tell its map %s (%s); load spillway-gates.cfg, or correct the path in gates"
                        .formatted(maps.path(kind), words));
    }

    /// Changes entries that are there, adds those that are not, removes those that become
    /// [Knob#ABSENT]. A class without a line is refused by HAProxy and not added: nobody would take
    /// it away again.
    ///
    /// @param refused gains what was refused
    void write(Map<Knob, Integer> values, Map<Knob, String> refused) throws WireException {
        Map<Knob, Integer> present = read();
        List<Knob> knobs = new ArrayList<>();
        List<Command> commands = new ArrayList<>();
        values.forEach((knob, value) -> {
            if (!knob.kind().takes(value)) {
                throw new IllegalArgumentException("%s cannot be set to %d".formatted(knob, value));
            }
            if (value != Knob.ABSENT || present.containsKey(knob)) {
                knobs.add(knob);
                commands.add(command(knob, value, present.containsKey(knob)));
            }
        });
        if (commands.isEmpty()) {
            return;
        }
        List<Answer> answers = client.execute(commands);
        for (int i = 0; i < knobs.size(); i++) {
            if (answers.get(i) instanceof Answer.Refused(var _, String words)) {
                refused.put(knobs.get(i), words);
            }
        }
    }

    private Command command(Knob knob, int value, boolean present) {
        String path = maps.path(knob.kind());
        String key = knob.kind() == Kind.AGENT_CAP ? AgentKey.of(knob.name()) : knob.name();
        boolean cap = knob.kind() == Kind.SOURCE_CAP || knob.kind() == Kind.AGENT_CAP;
        if (value == Knob.ABSENT) {
            return MapCommand.del(path, key);
        }
        return present || !cap
                ? MapCommand.set(path, key, value)
                : MapCommand.add(path, key, value);
    }
}
