package io.spillway.app;

import io.spillway.app.cli.ConsoleWindow;
import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Discovery;
import io.spillway.app.cli.Folders;
import io.spillway.app.cli.Parts;
import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.cli.Renderer;
import io.spillway.app.cli.RunningPractice;
import io.spillway.app.cli.Setup;
import io.spillway.app.cli.SteppedPractice;
import io.spillway.app.cli.WallDisplay;
import io.spillway.app.config.ConfigException;
import io.spillway.app.config.FirstBalancer.ClientKeys;
import io.spillway.app.config.ScenarioName;
import io.spillway.app.graph.Desks;
import io.spillway.app.graph.EndpointChecks;
import io.spillway.app.graph.FleetFinder;
import io.spillway.app.graph.FleetProbe;
import io.spillway.app.graph.FreePractice;
import io.spillway.app.output.EndpointReport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The composition root: what each command gets, built with constructors, closed in reverse.
final class AppGraph implements Parts {
    private static final String VIEWS = "views.json";

    private final InstantSource clock = InstantSource.system();
    private final Desks desks = new Desks(clock);
    private final Folders folders;

    AppGraph(Folders folders) {
        this.folders = folders;
    }

    @Override
    public DeskSession open(Setup setup, boolean console) {
        return desks.open(setup, console);
    }

    @Override
    public SteppedPractice stepped(Setup setup) {
        return desks.stepped(setup);
    }

    @Override
    public RunningPractice practice(PracticeSpec spec, Path state) {
        return new FreePractice(spec, state, clock);
    }

    @Override
    public List<EndpointReport> check(Setup setup) {
        return new EndpointChecks(clock).run(setup);
    }

    @Override
    public Discovery find(List<String> addresses, @Nullable ClientKeys keys)
            throws ConfigException {
        return new FleetFinder(clock).find(addresses, keys);
    }

    @Override
    public ConsoleWindow window() {
        return new FxWindow(
                new FxFirstRun.Means(
                        this::practice,
                        setup -> desks.open(setup, true),
                        new FleetProbe(clock),
                        folders.secrets()::value,
                        clock),
                folders.configuration().resolveSibling(VIEWS),
                background());
    }

    @Override
    public Renderer renderer() {
        return new FxRenderer(folders);
    }

    @Override
    public WallDisplay wall() {
        return new FxWall(clock);
    }

    @Override
    public Executor background() {
        return task -> Thread.ofVirtual().name("background").start(task);
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    private DeskSession practice() {
        Path state = folders.temporary();
        PracticeSpec spec = PracticeSpec.of(ScenarioName.SURGE);
        return desks.open(new Setup(null, spec, state, folders.configuration()), true);
    }
}
