package io.spillway.app.cli;

import io.spillway.app.config.PracticeFile;
import io.spillway.app.config.ScenarioName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A practice fleet for other commands.
@Command(
        name = "practice",
        description =
                "Runs a practice fleet until Ctrl-C and writes the configuration that every other"
                        + " command can use.")
final class PracticeCommand implements Callable<Integer> {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Context context;
    private final CommonOptions common;

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            defaultValue = "surge",
            description = "calm, surge (default), reference-outage or blind.")
    ScenarioName scenario = ScenarioName.SURGE;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Practice seconds a second (default: the scenario's own).")
    @Nullable Double speed;

    @Option(
            names = "--servers",
            paramLabel = "N",
            description = "How many servers (default: the scenario's own).")
    @Nullable Integer servers;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of everything random (default: the scenario's own).")
    @Nullable Long seed;

    @Option(
            names = "--config-out",
            paramLabel = "FILE",
            required = true,
            description = "Where to write the configuration.")
    Path out = Path.of("");

    PracticeCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() {
        if (common.config != null || common.practice != null) {
            throw new Misused(
                    "practice makes a fleet of its own: leave out --config and --practice");
        }
        if (speed != null && !(speed > 0 && speed <= 1000)) {
            throw new Misused("--speed takes a number above 0 and up to 1000");
        }
        if (servers != null && (servers < 6 || servers > 20_000)) {
            throw new Misused("--servers takes 6 to 20000");
        }
        Path state =
                common.state == null
                        ? context.folders().temporary()
                        : context.folders().made(common.state.toAbsolutePath().normalize());
        Logs.writeTo(state);
        PracticeSpec spec = new PracticeSpec(scenario, speed, servers, seed);
        try (RunningPractice practice = context.parts().practice(spec, state)) {
            PracticeFile.write(out, practice.endpoints());
            context.out()
                    .println(
                            "practice %s runs until Ctrl-C: spillway --config %s"
                                    .formatted(scenario, out));
            context.out().flush();
            boolean on = true;
            while (on) {
                on = context.pause().pause(SECOND);
            }
            return 0;
        } catch (IOException e) {
            throw new Refused(
                    "the configuration cannot be written to %s: check the folder and its rights"
                            .formatted(out),
                    e);
        }
    }
}
