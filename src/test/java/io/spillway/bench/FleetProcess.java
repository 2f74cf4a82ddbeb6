package io.spillway.bench;

import io.spillway.app.Main;
import io.spillway.app.cli.Setup;
import io.spillway.app.config.ConfigException;
import io.spillway.app.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A practice fleet in a process of its own, so that what it costs is not counted, and a folder for
/// what works on it, which goes with it.
record FleetProcess(Path folder, Process process) implements AutoCloseable {
    /// Returns once it serves.
    static FleetProcess start(int servers) throws IOException {
        Path folder = Files.createTempDirectory("fleet");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "practice",
                                "calm",
                                "--speed",
                                "1",
                                "--servers",
                                Integer.toString(servers),
                                "--config-out",
                                folder.resolve("fleet.yaml").toString(),
                                "--state",
                                folder.resolve("fleet").toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        // It says so once it serves.
        if (process.inputReader().readLine() == null) {
            throw new IllegalStateException("The practice fleet did not start");
        }
        return new FleetProcess(folder, process);
    }

    /// The number that follows an option.
    static int number(List<String> words, String option, int otherwise) {
        int at = words.indexOf(option);
        return at < 0 ? otherwise : Integer.parseInt(words.get(at + 1));
    }

    /// For a desk on this fleet.
    Setup setup() throws IOException, ConfigException {
        Path file = folder.resolve("fleet.yaml");
        Path state = Files.createDirectory(folder.resolve("state"));
        return new Setup(ConfigFile.load(file, System::getenv), null, state, file);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
