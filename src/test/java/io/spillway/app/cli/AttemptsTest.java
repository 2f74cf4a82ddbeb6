package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.operator.Role;
import io.spillway.desk.Command;
import io.spillway.desk.Reply;
import io.spillway.journal.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of attempts to act where operators are configured.
class AttemptsTest {
    @TempDir Path home;
    private RoleDesk roles;

    @BeforeEach
    void open() throws Exception {
        roles = new RoleDesk(home);
    }

    @AfterEach
    void close() {
        roles.close();
    }

    private Reply send(Command command) {
        return roles.desk.send(command).join();
    }

    @Test
    void aCommandLineWithoutTheSecretIsRefusedEvenWhileItsOperatorOperates() throws Exception {
        send(new Command.Signed(new Command.Operate("operate"), RoleDesk.SECRET));
        for (String line : List.of("apply", "undo", "lease end", "ack")) {
            Command sent = roles.asSent("spillway " + line, Role.OPERATE, false);
            Reply reply = send(sent);
            assertThat(reply.message()).contains("give --secret-stdin");
            Command bare = ((Command.Signed) sent).act();
            if (!(bare instanceof Command.OnAlarms)) {
                assertThat(send(bare).message()).contains("enter Operate by name");
            }
        }
    }

    @Test
    void everyAttemptIsWrittenDownAndNoSecret() throws Exception {
        Instant now = Samples.TIME;
        send(new Command.Signed(new Command.Operate("view"), RoleDesk.SECRET));
        send(new Command.Operate("operate"));
        for (int i = 0; i < 3; i++) {
            send(new Command.Signed(new Command.Operate("operate"), "guessed words"));
        }
        Reply locked =
                send(new Command.Signed(new Command.Undo("a7", "operate", false), RoleDesk.SECRET));
        assertThat(locked.message()).contains("wait 60 s");
        send(new Command.Signed(new Command.Undo("a7", "admin", false), RoleDesk.SECRET));
        List<Event> events = roles.journal.events("access.");
        assertThat(events)
                .extracting(e -> e.author() + " " + e.subject() + " " + e.kind())
                .containsExactly(
                        "view Operate access.refused",
                        "operate Operate access.refused",
                        "operate Operate access.refused",
                        "operate Operate access.refused",
                        "operate Operate access.refused",
                        "operate Undo access.refused",
                        "admin Undo access.allowed");
        assertThat(events).extracting(Event::time).containsOnly(now);
        assertThat(events).extracting(Event::console).containsOnly("desk-1");
        assertThat(events.getFirst().body())
                .isEqualTo(
                        "{\"from\":\"window\",\"why\":\"view has the role view, and this needs"
                                + " operate: ask somebody who has it.\"}");
        assertThat(events.getLast().body()).isEqualTo("{\"from\":\"command line\",\"why\":\"\"}");
        assertThat(roles.journal.events("").toString())
                .doesNotContain(RoleDesk.SECRET, "guessed words");
    }
}
