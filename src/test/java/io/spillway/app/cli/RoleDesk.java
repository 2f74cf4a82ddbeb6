package io.spillway.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.Actuator;
import io.spillway.action.operator.Operator;
import io.spillway.action.operator.PlainOperators;
import io.spillway.action.operator.Role;
import io.spillway.alarm.OperatorAct;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.app.output.PlanJson;
import io.spillway.desk.Command;
import io.spillway.desk.Desk;
import io.spillway.desk.DeskSettings;
import io.spillway.desk.LeaseAct;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.ReliefSettings;
import io.spillway.desk.Reply;
import io.spillway.journal.Event;
import io.spillway.journal.Journal;
import io.spillway.relief.gate.Ladder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/// A desk with one operator of each role, named like it, and command lines that speak to another
/// one, which keeps what it is sent.
final class RoleDesk implements AutoCloseable {
    static final String SECRET = "a secret of somebody";

    final Journal journal;
    final Desk desk;
    private final Session session;
    private final Path plan;

    RoleDesk(Path home) throws Exception {
        journal = Journal.open(home.resolve("journal.db"));
        desk =
                new Desk(
                        new DeskSettings(
                                "test",
                                Duration.ofSeconds(1),
                                List.of(),
                                List.of(),
                                DefaultRules.rules(),
                                new ReliefSettings(
                                        List.of(),
                                        "",
                                        new Ladder(List.of()),
                                        Map.of(),
                                        PlainOperators.of(
                                                Arrays.stream(Role.values())
                                                        .map(r -> new Operator(r.word(), SECRET, r))
                                                        .toArray(Operator[]::new)),
                                        Map.of()),
                                null,
                                "desk-1",
                                true),
                        List.of(),
                        new Actuator(Map.of(), journal, () -> Samples.TIME, "desk-1"),
                        journal,
                        () -> Samples.TIME);
        session = Session.configured(home);
        plan = Files.writeString(home.resolve("plan.json"), PlanJson.pretty(Samples.plan()));
    }

    @Override
    public void close() {
        desk.close();
        journal.close();
    }

    /// One of each, as windows send them.
    static List<Command> commands(String who) {
        var rule = DefaultRules.rules().rules().getFirst();
        return List.of(
                new Command.MakePlan(new PlanRequest.Even("web")),
                new Command.PastWindow(0, 1),
                new Command.ServerPast("web", "web-1"),
                new Command.AlarmHistory("", 0, 1),
                new Command.BackTestRule(rule),
                new Command.Sound("desk-1", ""),
                new Command.Observe(),
                new Command.Signed(new Command.Operate(who), SECRET),
                new Command.Apply(Samples.plan(), who, "surge", true),
                new Command.OnLease(LeaseAct.KEEP, "a7", who, true),
                new Command.Undo("a7", who, true),
                new Command.OnAlarms(new OperatorAct.Silence(who)),
                new Command.SaveRule(rule, who));
    }

    static Class<?> type(Command command) {
        return command instanceof Command.Signed signed
                ? signed.act().getClass()
                : command.getClass();
    }

    /// Signs in as well as the role can, and sends it.
    ///
    /// @return whether the desk let it pass
    boolean passes(Role role, Command command) throws Exception {
        if (!desk.picture().mode().operator().equals(role.word())) {
            desk.send(new Command.Observe()).join();
            desk.send(new Command.Signed(new Command.Operate(role.word()), SECRET)).join();
        }
        assertThat(desk.picture().mode().operate()).isEqualTo(role != Role.VIEW);
        long before = journal.last();
        Reply reply = desk.send(command).join();
        List<Event> refused = journal.since(before, "access.refused");
        if (!refused.isEmpty()) {
            assertThat(reply.done()).isFalse();
            assertThat(reply.message())
                    .startsWith("Nothing was changed. ")
                    .matches(".*(ask somebody who has it|enter Operate by name and secret)\\.");
            assertThat(refused.getFirst().author()).isEqualTo(role.word());
        }
        return refused.isEmpty();
    }

    /// Every command line there is.
    CommandLine tree() {
        return SpillwayCommand.tree(
                new Context(
                        System.out,
                        System.err,
                        _ -> null,
                        _ -> false,
                        session.folders,
                        session.parts));
    }

    /// What a command line that acts sends to the desk.
    Command asSent(String command, Role role, boolean secret) throws Exception {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        boolean proves = command.endsWith(" prove");
        if (proves) {
            args.add("web");
            session.parts.desk.show(Samples.healthy());
            session.parts.desk.replies.add(new Reply(true, "", Samples.plan(), null));
        }
        String what = proves ? "web-1" : "a7";
        args.add(command.endsWith("apply") ? plan.toString() : what);
        args.addAll(List.of("--operator", role.word()));
        if (command.endsWith(" shelve")) {
            args.addAll(List.of("--for", "30m"));
        }
        if (List.of("spillway apply", "spillway shelve").contains(command)) {
            args.addAll(List.of("--reason", "surge"));
        }
        if (secret) {
            args.add("--secret-stdin");
        }
        session.parts.desk.replies.add(new Reply(false, "not here", null, null));
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((SECRET + "\n").getBytes(UTF_8)));
        try {
            session.run(args.subList(1, args.size()).toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
        return session.parts.desk.commands.getLast();
    }
}
