package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.spillway.action.operator.Role;
import io.spillway.desk.Command;
import io.spillway.ui.kit.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Every role tries every command, every command line and every screen; the manual shows how it
/// went.
class RolesTest {
    private static final Path MANUAL = Path.of("docs/operators.md");
    private static final String BEGIN = "<!-- roles: written by the tests -->\n";
    private static final String END = "<!-- end of roles -->";
    private static final String HEAD = " | view | operate | admin |\n|---|---|---|---|\n";

    private static final JavaClasses SENDERS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.spillway.ui", "io.spillway.app");

    @TempDir Path home;
    private RoleDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new RoleDesk(home);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Map<String, Set<Role>> tried() throws Exception {
        Map<String, Set<Role>> passed = new TreeMap<>();
        for (Role role : Role.values()) {
            for (Command command : RoleDesk.commands(role.word())) {
                Set<Role> roles =
                        passed.computeIfAbsent(
                                RoleDesk.type(command).getSimpleName(), _ -> new TreeSet<>());
                if (desk.passes(role, command)) {
                    roles.add(role);
                }
            }
        }
        return passed;
    }

    private static String row(String what, Set<Role> passed) {
        return Arrays.stream(Role.values())
                .map(role -> passed.contains(role) ? "yes" : "refused")
                .collect(Collectors.joining(" | ", "| " + what + " | ", " |\n"));
    }

    private String commandTable(Map<String, Set<Role>> passed) {
        StringBuilder text = new StringBuilder("| command to the desk" + HEAD);
        for (Command command : RoleDesk.commands("")) {
            String name = RoleDesk.type(command).getSimpleName();
            text.append(row("`" + name + "`", passed.getOrDefault(name, Set.of())));
        }
        return text.toString();
    }

    /// The acting commands that classes of these packages make.
    private static Set<String> sent(Map<String, Set<Role>> passed, List<String> packages) {
        Set<String> sent = new TreeSet<>();
        for (JavaClass sender : SENDERS) {
            if (packages.contains(sender.getPackageName())) {
                sender.getConstructorCallsFromSelf().stream()
                        .map(call -> call.getTargetOwner())
                        .filter(made -> made.isAssignableTo(Command.class))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> passed.getOrDefault(name, all()).size() < all().size())
                        .forEach(sent::add);
            }
        }
        return sent;
    }

    private static Set<Role> all() {
        return Set.of(Role.values());
    }

    private static List<String> packages(Screen screen) {
        return switch (screen) {
            case BOARD -> List.of("io.spillway.ui.board", "io.spillway.ui.why");
            case SERVERS -> List.of("io.spillway.ui.servers");
            case ALARMS -> List.of("io.spillway.ui.alarms");
            case TRAFFIC -> List.of("io.spillway.ui.traffic");
            case PLAN -> List.of("io.spillway.ui.plan");
            // Without a configuration there is nobody to act on.
            case FIRST_RUN -> List.of();
        };
    }

    private String screenTable(Map<String, Set<Role>> passed) {
        Map<String, Set<String>> screens = new TreeMap<>();
        for (Screen screen : Screen.values()) {
            screens.put(screen.word(), sent(passed, packages(screen)));
        }
        screens.put("header", sent(passed, List.of("io.spillway.ui")));
        screens.put("wall", sent(passed, List.of("io.spillway.ui.wall")));
        StringBuilder text = new StringBuilder("| screen" + HEAD);
        screens.forEach((screen, sent) -> {
            text.append("| ").append(screen);
            for (Role role : Role.values()) {
                List<String> refused =
                        sent.stream()
                                .filter(name -> !passed.getOrDefault(name, all()).contains(role))
                                .map(name -> "`" + name + "`")
                                .toList();
                text.append(" | shown");
                text.append(refused.isEmpty() ? "" : ", refused: " + String.join(", ", refused));
            }
            text.append(" |\n");
        });
        return text.toString();
    }

    private static List<CommandLine> leaves(CommandLine line) {
        List<CommandLine> leaves = new ArrayList<>();
        line.getSubcommands().values().forEach(c -> leaves.addAll(leaves(c)));
        return leaves.isEmpty() ? List.of(line) : leaves;
    }

    private String lineTable() throws Exception {
        StringBuilder text = new StringBuilder("| command line" + HEAD);
        for (CommandLine leaf : leaves(desk.tree())) {
            String name = leaf.getCommandSpec().qualifiedName();
            Set<Role> passed = new TreeSet<>(all());
            if (leaf.getCommandSpec().findOption("--operator") != null) {
                for (Role role : Role.values()) {
                    if (!desk.passes(role, desk.asSent(name, role, true))) {
                        passed.remove(role);
                    }
                }
            }
            text.append(row("`" + name + "`", passed));
        }
        return text.toString();
    }

    @Test
    void theManualShowsWhoMayDoWhat() throws Exception {
        Map<String, Set<Role>> passed = tried();
        String table = String.join("\n", commandTable(passed), lineTable(), screenTable(passed));
        String manual = Files.readString(MANUAL);
        int begin = manual.indexOf(BEGIN) + BEGIN.length();
        int end = manual.indexOf(END);
        if (Boolean.getBoolean("spillway.write")) {
            Files.writeString(MANUAL, manual.substring(0, begin) + table + manual.substring(end));
            return;
        }
        assertThat(manual.substring(begin, end))
                .as("docs/operators.md is old; write it anew with -Dspillway.write=true")
                .isEqualTo(table);
    }

    @Test
    void noCommandIsLeftOut() {
        Set<Class<?>> tried =
                RoleDesk.commands("").stream().map(RoleDesk::type).collect(Collectors.toSet());
        tried.add(Command.Signed.class);
        assertThat(tried).containsExactlyInAnyOrder(Command.class.getPermittedSubclasses());
    }

    /// So a command line without `--operator` changes nothing.
    @Test
    void onlyTheseCommandLinesAct() throws Exception {
        Map<String, Set<Role>> passed = tried();
        Set<String> makers =
                SENDERS.stream()
                        .filter(c -> c.getPackageName().startsWith("io.spillway.app"))
                        .filter(c ->
                                c.getConstructorCallsFromSelf().stream()
                                        .map(call -> call.getTargetOwner())
                                        .filter(made -> made.isAssignableTo(Command.class))
                                        .anyMatch(made ->
                                                passed.getOrDefault(made.getSimpleName(), all())
                                                                .size()
                                                        < all().size()))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
        assertThat(makers)
                .containsExactlyInAnyOrder(
                        "ApplyCommand", "UndoCommand", "LeaseActCommand", "Acts");
    }
}
