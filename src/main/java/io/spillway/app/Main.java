package io.spillway.app;

import io.spillway.app.cli.Context;
import io.spillway.app.cli.Folders;
import io.spillway.app.cli.Pause;
import io.spillway.app.cli.SpillwayCommand;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Where the program begins.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        // What a library prints must not get into JSON.
        System.setOut(System.err);
        Interruption interruption = Interruption.of(Thread.currentThread());
        int code = run(args, out, err);
        interruption.over();
        System.exit(code);
    }

    /// Runs one command line.
    ///
    /// @return the exit code
    static int run(String[] args, PrintStream out, PrintStream err) {
        Folders folders =
                new Folders(
                        System.getProperty("os.name", ""),
                        Path.of(System.getProperty("user.home", "")),
                        System::getenv);
        return SpillwayCommand.run(
                new Context(out, err, System::getenv, Pause::real, folders, new AppGraph(folders)),
                args);
    }
}
