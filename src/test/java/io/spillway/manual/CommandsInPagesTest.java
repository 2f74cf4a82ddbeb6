package io.spillway.manual;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every command of the manual does what is written, in a home of its own whose configuration names
/// a practice fleet that runs beside it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsInPagesTest {
    private static final Pattern COMMAND =
            Pattern.compile("^\\s*((?:spillway|packaging/\\w+)(?: .*?)?)(?:\\s+#.*)?$");

    /// These run until somebody ends them.
    private static final Pattern ENDLESS =
            Pattern.compile("(spillway|packaging/run)( watch.*| practice.*| console| --practice)?");

    private static final Pattern WRITTEN = Pattern.compile("--out (\\S+)");

    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir static Path home;

    private Process fleet;

    static Stream<Pages.Place> commands() {
        return blocks().filter(b -> b.reason().isEmpty()).flatMap(b -> commands(b).stream());
    }

    private static Stream<Pages.Block> blocks() {
        return Pages.all().stream().flatMap(page -> Pages.blocks(page).stream());
    }

    private static List<Pages.Place> commands(Pages.Block block) {
        return block.lines().stream()
                .filter(l -> COMMAND.matcher(l.text()).matches())
                .map(l ->
                        new Pages.Place(
                                l.page(),
                                l.line(),
                                COMMAND.matcher(l.text()).replaceFirst("$1").strip()))
                .toList();
    }

    @BeforeAll
    void furnish() throws Exception {
        // What packaging/run would build is what this test runs in.
        Path stamp = ROOT.resolve("target/.built");
        if (!Files.exists(stamp)) {
            Files.createFile(stamp);
        }
        Files.setLastModifiedTime(stamp, FileTime.from(Instant.now()));
        stand(home.resolve("packaging/run"));
        stand(home.resolve("bin/spillway"));
        Files.writeString(home.resolve("secret.txt"), "a long enough secret\n");
        Files.writeString(home.resolve("load.csv"), series());
        Path folder = Files.createDirectories(home.resolve(".config/spillway"));
        Path file = folder.resolve("spillway.yaml");
        fleet = start("spillway practice calm --config-out " + file + " --state desk");
        assertThat(fleet.inputReader(UTF_8).readLine()).isNotNull();
    }

    /// A script that stands for packaging/run.
    private static void stand(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(ROOT.resolve("packaging/run")));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String series() {
        StringBuilder lines = new StringBuilder("time,load\n");
        for (int i = 0; i < 600; i++) {
            lines.append("%d,%d%n".formatted(1_700_000_000 + 60 * i, i < 500 ? 9_000 : 20_000));
        }
        return lines.toString();
    }

    @AfterAll
    void leave() {
        fleet.descendants().forEach(ProcessHandle::destroy);
        fleet.destroy();
        fleet.onExit().join();
    }

    private static Process start(String command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", "exec " + command).directory(home.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        builder.environment().put("XDG_STATE_HOME", home.resolve(".state").toString());
        // Else secrets would go into the key store of whoever runs this.
        builder.environment().put("SPILLWAY_PASSPHRASE", "of this test");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .merge("PATH", home.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        return builder.redirectError(home.resolve("errors.txt").toFile()).start();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandDoesWhatIsWritten(Pages.Place command) throws Exception {
        boolean endless = ENDLESS.matcher(command.text()).matches();
        Process process = start(command.text());
        try (BufferedReader out = process.inputReader(UTF_8)) {
            if (endless) {
                assertThat(out.readLine()).as(errors()).isNotEmpty();
                process.toHandle().destroy();
            }
            out.transferTo(Writer.nullWriter());
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(endless || process.exitValue() == 0).as(errors()).isTrue();
        Matcher file = WRITTEN.matcher(command.text());
        assertThat(!file.find() || Files.exists(home.resolve(file.group(1)))).isTrue();
    }

    private static String errors() throws IOException {
        return Files.readString(home.resolve("errors.txt")).replace("%", "%%");
    }

    @Test
    void whatIsNotRunSaysWhy() {
        List<Pages.Block> left =
                blocks().filter(b -> !b.reason().isEmpty() && !commands(b).isEmpty()).toList();
        left.forEach(b -> System.out.println("not run: " + b.place() + ": " + b.reason()));
        assertThat(left).allSatisfy(b -> assertThat(b.reason()).hasSizeGreaterThan(10));
    }
}
