package io.spillway.desk;

import io.spillway.action.operator.Operator;
import io.spillway.action.operator.Operators;
import io.spillway.action.operator.Role;
import io.spillway.action.operator.SignIn;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Decides who may do what. Where operators are configured, whatever needs more than looking is
/// done by somebody who proved who they are, and each attempt is written down; elsewhere everybody
/// may do everything. Any thread, but checking a secret takes some tenths of a second.
final class Access {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Operators operators;
    private final SignIn signIn;
    private final Journal journal;
    private final InstantSource clock;
    private final String console;
    private final Function<Instant, Mode> mode;

    /// @param console names this desk in the journal
    /// @param mode the desk's at a time
    Access(
            Operators operators,
            Journal journal,
            InstantSource clock,
            String console,
            Function<Instant, Mode> mode) {
        this.operators = operators;
        this.signIn = new SignIn(operators);
        this.journal = journal;
        this.clock = clock;
        this.console = console;
        this.mode = mode;
    }

    /// What the journal keeps of an attempt beside who, when and what.
    ///
    /// @param from `window` or `command line`
    /// @param why it was refused, empty if it was not
    private record Attempt(String from, String why) {}

    /// The answer to a command that may not be done, empty if it may.
    Optional<Reply> refusal(Command command) {
        if (operators.size() == 0 || Roles.of(command) == Role.VIEW) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String why =
                command instanceof Command.Signed signed
                        ? signed(signed, now)
                        : session(command, now);
        try {
            write(command, why, now);
        } catch (JournalException e) {
            LOG.error("The journal failed", e);
            return refused(String.valueOf(e.getMessage()));
        }
        return why.isEmpty() ? Optional.empty() : refused("Nothing was changed. " + why);
    }

    private String signed(Command.Signed command, Instant now) {
        String name = Roles.author(command);
        if (command.secret().isEmpty()) {
            return "This desk asks operators for their secrets: give --secret-stdin, and the"
                    + " secret as the first line of the standard input.";
        }
        String trouble = signIn.trouble(name, command.secret().toCharArray(), now);
        return trouble.isEmpty() ? rank(command, name) : trouble;
    }

    private String session(Command command, Instant now) {
        String name = Roles.author(command);
        Mode current = mode.apply(now);
        if (command instanceof Command.Operate) {
            return "Operate needs your secret too: enter name and secret.";
        } else if (!Roles.window(command)
                || !current.operate()
                || !Operator.same(current.operator(), name)) {
            return "This needs an operator who has proved who they are: enter Operate by name and"
                    + " secret.";
        }
        return rank(command, name);
    }

    private String rank(Command command, String name) {
        Role has = operators.role(name);
        Role needs = Roles.of(command);
        return has.covers(needs)
                ? ""
                : "%s has the role %s, and this needs %s: ask somebody who has it."
                        .formatted(name.strip(), has.word(), needs.word());
    }

    private void write(Command command, String why, Instant now) throws JournalException {
        Command act = command instanceof Command.Signed s ? s.act() : command;
        boolean window = act instanceof Command.Operate || Roles.window(command);
        journal.append(
                now,
                Roles.author(act),
                console,
                why.isEmpty() ? "access.allowed" : "access.refused",
                act.getClass().getSimpleName(),
                JSON.writeValueAsString(new Attempt(window ? "window" : "command line", why)));
    }

    private static Optional<Reply> refused(String why) {
        return Optional.of(new Reply(false, why, null, null));
    }
}
