package io.spillway.app.cli;

import io.spillway.app.config.Config;
import io.spillway.app.config.ConfigException;
import io.spillway.app.config.ConfigFile;
import io.spillway.app.config.ScenarioName;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command knows.
final class CommonOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "The configuration (default: spillway.yaml in your configuration folder).")
    @Nullable Path config;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The state folder: journal, log, the running desk's socket.")
    @Nullable Path state;

    @Option(
            names = "--practice",
            paramLabel = "SCENARIO",
            arity = "0..1",
            fallbackValue = OptionalScenario.DEFAULT,
            preprocessor = OptionalScenario.class,
            scope = ScopeType.INHERIT,
            description =
                    "Work on an embedded practice fleet: calm, surge (default),"
                            + " reference-outage or blind.")
    @Nullable ScenarioName practice;

    /// Finds out what to work on, reads the configuration, and makes the state folder.
    Setup resolve(Context context) throws ConfigException {
        Path expected = context.folders().configuration();
        Setup setup = practice != null ? practice(context, practice) : configured(context);
        Logs.writeTo(setup.state());
        return new Setup(setup.config(), setup.practice(), setup.state(), expected);
    }

    /// The configuration file that is read: the one named, or the usual one; null if none is there.
    @Nullable Path file(Context context) {
        Path usual = context.folders().configuration();
        return config == null && practice == null && Files.exists(usual) ? usual : config;
    }

    private Setup practice(Context context, ScenarioName scenario) {
        if (config != null) {
            throw new Misused("--practice and --config exclude each other: give one of them");
        }
        if (state != null) {
            throw new Misused(
                    "--practice keeps a state folder of its own: leave out --state, or run"
                            + " `spillway practice --state DIR --config-out FILE`");
        }
        Path folder = context.folders().temporary();
        return new Setup(null, PracticeSpec.of(scenario), folder, folder);
    }

    /// The state folder where the configuration cannot tell it.
    Path folder(Context context) {
        Path folder = state == null ? context.folders().state() : state;
        return context.folders().made(folder.toAbsolutePath().normalize());
    }

    private Setup configured(Context context) throws ConfigException {
        Path usual = context.folders().configuration();
        Path file = file(context);
        Config read =
                file == null ? null : ConfigFile.load(file, context.folders().secrets()::value);
        Path folder = context.folders().state();
        if (read != null && read.practice() != null) {
            folder = read.practice().state();
        }
        if (state != null) {
            folder = state;
        }
        folder = context.folders().made(folder.toAbsolutePath().normalize());
        return new Setup(read, null, folder, usual);
    }
}
