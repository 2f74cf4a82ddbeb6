package io.spillway.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// The console, in a window or on the terminal.
@Command(name = "console", description = "Opens the console; also what `spillway` alone does.")
final class ConsoleCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    ConsoleCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        return run(context.noDisplay() ? null : context.parts().window());
    }

    /// Shows the window's frame while the desk opens.
    ///
    /// @param window null where there is no display
    int run(@Nullable ConsoleWindow window) throws Exception {
        Setup setup = common.resolve(context);
        if (window != null) {
            window.frame(setup);
        }
        try (DeskSession session = context.parts().open(setup, true)) {
            try {
                if (window == null) {
                    throw new NoDisplayException("there is no display");
                }
                window.run(setup, session);
            } catch (NoDisplayException e) {
                new TerminalConsole(context, setup, session).run(e.why());
            }
        }
        return 0;
    }
}
