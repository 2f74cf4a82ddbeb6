package io.spillway.app;

import io.spillway.app.cli.ConsoleWindow;
import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Parts;
import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.cli.Refused;
import io.spillway.app.cli.Renderer;
import io.spillway.app.cli.RunningPractice;
import io.spillway.app.cli.Setup;
import io.spillway.app.cli.SteppedPractice;
import io.spillway.app.output.EndpointReport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The composition root: builds everything with constructors, and closes it in reverse.
final class AppGraph implements Parts {
    @Override
    public DeskSession open(Setup setup) {
        throw new Refused("this build has no desk");
    }

    @Override
    public SteppedPractice stepped(Setup setup) {
        throw new Refused("this build has no practice");
    }

    @Override
    public RunningPractice practice(PracticeSpec spec, Path state) {
        throw new Refused("this build has no practice");
    }

    @Override
    public List<EndpointReport> check(Setup setup) {
        throw new Refused("this build has no checks");
    }

    @Override
    public ConsoleWindow window() {
        throw new Refused("this build has no window");
    }

    @Override
    public Renderer renderer() {
        throw new Refused("this build has no renderer");
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }
}
