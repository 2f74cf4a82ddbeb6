package io.spillway.app.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How this very process was started, without its arguments.
final class OwnCommand {
    private static final String MAIN = "io.spillway.app.Main";

    private OwnCommand() {}

    /// The launcher, or `java` with all that it was given.
    static List<String> line() {
        String program =
                ProcessHandle.current()
                        .info()
                        .command()
                        .orElseGet(() ->
                                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        List<String> line = new ArrayList<>(List.of(program));
        Path name = Path.of(program).getFileName();
        if (name != null && name.toString().matches("java(w)?(\\.exe)?")) {
            line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            line.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        }
        return line;
    }
}
