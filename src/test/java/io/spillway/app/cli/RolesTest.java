package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.operator.Role;
import io.spillway.desk.Command;
import io.spillway.ui.kit.Screen;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URI;
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
import java.util.stream.Stream;
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

    private static final String COMMAND = "io/spillway/desk/Command$";
    private static final String PROOF = "io/spillway/desk/Proof";

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

    /// The acting commands that classes of these packages make, by the class that does.
    private static Map<String, Set<String>> made(Map<String, Set<Role>> passed, String... packages)
            throws Exception {
        URI classes = Command.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        Map<String, Set<String>> made = new TreeMap<>();
        for (String name : packages) {
            Path folder = Path.of(classes).resolve("io/spillway").resolve(name);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    Set<String> here = made(ClassFile.of().parse(file));
                    here.removeIf(c -> passed.getOrDefault(c, all()).size() == all().size());
                    if (!here.isEmpty()) {
                        made.put(file.getFileName().toString(), here);
                    }
                }
            }
        }
        return made;
    }

    private static Set<String> made(ClassModel by) {
        Set<String> made = new TreeSet<>();
        for (PoolEntry entry : by.constantPool()) {
            if (entry instanceof MethodRefEntry method
                    && method.name().equalsString("<init>")
                    && method.owner().asInternalName().startsWith(COMMAND)) {
                made.add(method.owner().asInternalName().substring(COMMAND.length()));
            } else if (entry instanceof MethodRefEntry method
                    && method.owner().asInternalName().equals(PROOF)) {
                made.addAll(Set.of("Apply", "Undo"));
            }
        }
        return made;
    }

    private static Set<String> sent(Map<String, Set<Role>> passed, String... packages)
            throws Exception {
        Set<String> sent = new TreeSet<>();
        made(passed, packages).values().forEach(sent::addAll);
        return sent;
    }

    private static Set<Role> all() {
        return Set.of(Role.values());
    }

    private static String[] packages(Screen screen) {
        return switch (screen) {
            case BOARD -> new String[] {"ui/board", "ui/why"};
            case SERVERS -> new String[] {"ui/servers"};
            case ALARMS -> new String[] {"ui/alarms"};
            case TRAFFIC -> new String[] {"ui/traffic"};
            case SETUP -> new String[] {"ui/setup"};
            case PLAN -> new String[] {"ui/plan"};
            // Without a configuration there is nobody to act on.
            case FIRST_RUN -> new String[] {};
        };
    }

    private String screenTable(Map<String, Set<Role>> passed) throws Exception {
        Map<String, Set<String>> screens = new TreeMap<>();
        for (Screen screen : Screen.values()) {
            screens.put(screen.word(), sent(passed, packages(screen)));
        }
        screens.put("header", sent(passed, "ui"));
        screens.put("wall", sent(passed, "ui/wall"));
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

    /// Whoever acts says who it is and proves it; `audit` only asks for somebody's attempts.
    private static boolean acts(CommandLine leaf) {
        return leaf.getCommandSpec().findOption("--operator") != null
                && leaf.getCommandSpec().findOption("--secret-stdin") != null;
    }

    private String lineTable() throws Exception {
        StringBuilder text = new StringBuilder("| command line" + HEAD);
        for (CommandLine leaf : leaves(desk.tree())) {
            String name = leaf.getCommandSpec().qualifiedName();
            Set<Role> passed = new TreeSet<>(all());
            if (acts(leaf)) {
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
        // So a command line without `--operator` changes nothing.
        assertThat(made(passed, "app/cli"))
                .containsOnlyKeys(
                        "Acts.class",
                        "ApplyCommand.class",
                        "LeaseActCommand.class",
                        "SetupProveCommand.class",
                        "UndoCommand.class");
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
}
