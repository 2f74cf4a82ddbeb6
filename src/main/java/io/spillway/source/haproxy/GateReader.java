package io.spillway.source.haproxy;

import io.spillway.fleet.GateMaps;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.wire.haproxy.AgentKey;
import io.spillway.wire.haproxy.Answer;
import io.spillway.wire.haproxy.Command;
import io.spillway.wire.haproxy.MapCommand;
import io.spillway.wire.haproxy.MapText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads how a balancer's gates stand: the maps of `spillway-gates.cfg`.
final class GateReader {
    private final @Nullable GateMaps maps;
    private Map<Knob, Integer> values = Map.of();
    private String trouble = "";

    GateReader(@Nullable GateMaps maps) {
        this.maps = maps;
    }

    /// One question for each map, none where there are no gates.
    List<Command> questions() {
        List<Command> questions = new ArrayList<>();
        if (maps != null) {
            GateMaps.kinds().forEach(kind -> questions.add(MapCommand.show(maps.path(kind))));
        }
        return questions;
    }

    /// @param answers to [#questions]
    void read(List<Answer> answers) {
        Map<Knob, Integer> read = new LinkedHashMap<>();
        trouble = "";
        for (int i = 0; i < answers.size(); i++) {
            Kind kind = GateMaps.kinds().get(i);
            switch (answers.get(i)) {
                case Answer.Data data -> {
                    Map<String, String> entries = MapText.parse(data.text());
                    boolean agents = kind == Kind.AGENT_CAP;
                    read.putAll(GateMaps.knobs(kind, agents ? AgentKey.agents(entries) : entries));
                }
                case Answer.Refused refused when maps != null ->
                        trouble =
                                "The gates' map %s cannot be read (%s): load spillway-gates.cfg, or correct the path in gates."
                                        .formatted(maps.path(kind), refused.text());
                case Answer.Refused _, Answer.Done _, Answer.Notice _ -> {
                    // Done: an empty map.
                }
            }
        }
        values = read;
    }

    /// What was read last.
    Map<Knob, Integer> values() {
        return values;
    }

    /// One sentence if a map could not be read, else empty.
    String trouble() {
        return trouble;
    }
}
