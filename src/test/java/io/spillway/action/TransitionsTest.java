package io.spillway.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.Act.Status;
import io.spillway.action.ActEvents.Ramping;
import io.spillway.action.ActEvents.ReadBack;
import io.spillway.action.ActEvents.Said;
import io.spillway.action.ActEvents.Stepped;
import io.spillway.fleet.Knob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that can be asked of an act, wherever it stands; the manual's table is made of it.
class TransitionsTest {
    private static final Path MANUAL = Path.of("docs/leases.md");
    private static final String BEGIN = "<!-- transitions: begin -->\n";
    private static final String END = "<!-- transitions: end -->";
    private static final String ID = "bcdfg";

    private interface Asked {
        ActResult of(Scene scene);
    }

    private static final Map<String, Asked> ASKED = asked();

    @TempDir Path folder;

    private static Map<String, Asked> asked() {
        Map<String, Asked> asked = new LinkedHashMap<>();
        asked.put("next step", s -> s.actuator.proceed(ID));
        asked.put("stop", s -> s.actuator.halt(ID, "Stop."));
        asked.put("finish", s -> s.actuator.finish(ID, "ben"));
        asked.put("undo", s -> s.actuator.undo(ID, "ben"));
        asked.put("end now", s -> s.actuator.rampBack(ID, "ben"));
        asked.put(
                "its end comes",
                s -> {
                    s.pass(Duration.ofHours(1));
                    return s.actuator.expire(ID, "");
                });
        asked.put("next step back", s -> s.actuator.rampOn(ID));
        asked.put("extend", s -> s.actuator.extend(ID, "ben", Duration.ofMinutes(5)));
        asked.put("keep", s -> s.actuator.keep(ID, "ben", false));
        asked.put("trim", s -> s.actuator.trim(ID, Map.of(), ""));
        asked.put("send again", s -> s.actuator.reapply(ID, "ben"));
        return asked;
    }

    /// A scene with an act that was brought to a status by another process.
    private Scene scene(Status status, int cell) throws Exception {
        Scene scene =
                new Scene(Files.createDirectory(folder.resolve("cell-" + cell)), Scene.HUNDREDS);
        String first = scene.actuator.apply(Steps.plan(), "anna", "crowd").id();
        String begun = scene.journal.events(ActEvents.BEGUN).getFirst().body();
        scene.actuator.undo(first, "anna");
        scene.journal.append(scene.now(), "anna", "ops-1", ActEvents.BEGUN, ID, begun);
        boolean halfway = status == Status.STEPPING || status == Status.HALTED;
        boolean before =
                List.of(Status.BEGUN, Status.RESTORED, Status.UNDONE, Status.ENDED)
                        .contains(status);
        Map<String, Integer> held = before ? Scene.HUNDREDS : halfway ? Steps.ONE : Steps.THREE;
        held.forEach(scene.one::set);
        held.forEach(scene.two::set);
        for (Event event : events(status)) {
            String body = ActEvents.json(event.body());
            scene.journal.append(scene.now(), "anna", "ops-1", event.kind(), ID, body);
        }
        return scene;
    }

    private record Event(String kind, Record body) {}

    private static List<Event> events(Status status) {
        ReadBack read = new ReadBack("So it is.", Map.of());
        Event stepped = new Event(ActEvents.STEPPED, new Stepped(1, Knob.weights(Steps.ONE)));
        Event applied = new Event(ActEvents.APPLIED, read);
        Event ramping =
                new Event(
                        ActEvents.RAMPING,
                        new Ramping(
                                List.of(
                                        Knob.weights(Steps.TWO),
                                        Knob.weights(Steps.ONE),
                                        Knob.weights(Scene.HUNDREDS))));
        return switch (status) {
            case BEGUN -> List.of();
            case STEPPING -> List.of(stepped);
            case HALTED -> List.of(stepped, new Event(ActEvents.HALTED, new Said("Stop.")));
            case APPLIED -> List.of(applied);
            case INTERRUPTED -> List.of(applied, new Event(ActEvents.INTERRUPTED, read));
            case RESTORED -> List.of(new Event(ActEvents.RESTORED, read));
            case RAMPING -> List.of(applied, ramping);
            case UNDOING -> List.of(applied, new Event(ActEvents.UNDOING, read));
            case UNDONE -> List.of(applied, new Event(ActEvents.UNDONE, read));
            case ENDED -> List.of(applied, new Event(ActEvents.ENDED, read));
        };
    }

    private String cell(Status status, Asked asked, int number) throws Exception {
        try (Scene scene = scene(status, number)) {
            Map<String, Integer> one = scene.one.weights();
            int events = scene.journal.events("").size();
            ActResult result = asked.of(scene);
            if (!result.outcome().done()) {
                assertThat(scene.one.weights()).as("%s, %s", status, result).isEqualTo(one);
                assertThat(result.message()).isNotBlank();
            }
            if (scene.journal.events("").size() == events) {
                return "–";
            }
            Status after =
                    new Ledger(scene.journal)
                            .acts().stream()
                                    .filter(a -> a.id().equals(ID))
                                    .findFirst()
                                    .orElseThrow()
                                    .status();
            return words(after);
        }
    }

    private String table() throws Exception {
        StringBuilder text = new StringBuilder("| |");
        ASKED.keySet().forEach(name -> text.append(' ').append(name).append(" |"));
        text.append("\n|---|").append("---|".repeat(ASKED.size())).append('\n');
        int number = 0;
        for (Status status : Status.values()) {
            List<String> cells = new ArrayList<>();
            for (Asked asked : ASKED.values()) {
                cells.add(cell(status, asked, number++));
            }
            text.append("| ").append(words(status)).append(" | ");
            text.append(String.join(" | ", cells)).append(" |\n");
        }
        return text.toString();
    }

    @Test
    void theManualShowsWhatIsAllowedWhere() throws Exception {
        String manual = Files.readString(MANUAL);
        int begin = manual.indexOf(BEGIN) + BEGIN.length();
        int end = manual.indexOf(END);
        String table = table();
        if (Boolean.getBoolean("spillway.write")) {
            Files.writeString(MANUAL, manual.substring(0, begin) + table + manual.substring(end));
            return;
        }
        assertThat(manual.substring(begin, end))
                .as("docs/leases.md is old; write it anew with -Dspillway.write=true")
                .isEqualTo(table);
    }

    private static String words(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
