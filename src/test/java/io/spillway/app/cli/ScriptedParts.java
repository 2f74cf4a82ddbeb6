package io.spillway.app.cli;

import io.spillway.app.config.FirstBalancer.ClientKeys;
import io.spillway.app.config.PracticeEndpoints;
import io.spillway.app.output.EndpointReport;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.relief.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Stands for the rest of the program: says what it is told to, and remembers what it was asked.
final class ScriptedParts implements Parts {
    final ScriptedDesk desk = new ScriptedDesk();
    final List<Setup> setups = new ArrayList<>();
    final List<Renderer.Request> drawn = new ArrayList<>();
    final List<EndpointReport> reports = new ArrayList<>();
    final List<WallRequest> walls = new ArrayList<>();
    final List<List<String>> watched = new ArrayList<>();
    Discovery found = new Discovery(null, Map.of(), List.of(), List.of());
    boolean remote;

    /// The desk that commands find instead of the scripted one.
    @Nullable DeskPort other;

    int toolkits;
    int windows;
    @Nullable String noWindow;
    @Nullable IOException drawing;
    @Nullable Plan drawnPlan;
    @Nullable Picture drawnPicture;
    @Nullable Instant steppedTo;
    @Nullable PracticeSpec practised;
    @Nullable PracticeEndpoints endpoints;
    @Nullable RuntimeException failure;

    @Override
    public DeskSession open(Setup setup, boolean console) {
        setups.add(setup);
        if (failure != null) {
            throw failure;
        }
        return new DeskSession() {
            @Override
            public DeskPort desk() {
                return other == null ? desk : other;
            }

            @Override
            public boolean givesBack() {
                return remote;
            }

            @Override
            public boolean leavesActs() {
                return !remote;
            }

            @Override
            public void close() {
                desk.close();
            }
        };
    }

    @Override
    public SteppedPractice stepped(Setup setup) {
        setups.add(setup);
        return new SteppedPractice() {
            @Override
            public DeskPort desk() {
                return desk;
            }

            @Override
            public Instant now() {
                return Samples.TIME;
            }

            @Override
            public Picture runTo(Instant time) {
                steppedTo = time;
                return desk.picture();
            }

            @Override
            public void close() {
                desk.close();
            }
        };
    }

    @Override
    public RunningPractice practice(PracticeSpec spec, Path state) {
        practised = spec;
        PracticeEndpoints at = Objects.requireNonNull(endpoints);
        return new RunningPractice() {
            @Override
            public PracticeEndpoints endpoints() {
                return at;
            }

            @Override
            public void close() {
                desk.close();
            }
        };
    }

    @Override
    public Discovery find(List<String> addresses, @Nullable ClientKeys keys) {
        return found;
    }

    @Override
    public List<EndpointReport> check(Setup setup) {
        setups.add(setup);
        return reports;
    }

    @Override
    public ConsoleWindow window() {
        toolkits++;
        return new ConsoleWindow() {
            @Override
            public void frame(Setup setup) {}

            @Override
            public void run(Setup setup, DeskSession session) throws NoDisplayException {
                windows++;
                if (noWindow != null) {
                    throw new NoDisplayException(noWindow);
                }
            }
        };
    }

    @Override
    public Renderer renderer() {
        return (request, picture, plan) -> {
            if (drawing != null) {
                throw drawing;
            }
            drawn.add(request);
            drawnPlan = plan;
            drawnPicture = picture;
            Files.writeString(request.out(), "PNG");
        };
    }

    @Override
    public WallDisplay wall() {
        return new WallDisplay() {
            @Override
            public int show(WallRequest request) {
                walls.add(request);
                return 0;
            }

            @Override
            public int supervise(IntFunction<List<String>> line) {
                watched.add(line.apply(3));
                return 0;
            }
        };
    }

    @Override
    public Executor background() {
        return Runnable::run;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(Samples.TIME);
    }
}
