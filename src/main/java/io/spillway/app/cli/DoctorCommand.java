package io.spillway.app.cli;

import io.spillway.app.config.ConfigException;
import io.spillway.app.doctor.Bundle;
import io.spillway.app.doctor.Finding;
import io.spillway.app.doctor.Machine;
import io.spillway.app.doctor.Redaction;
import io.spillway.app.doctor.StateCheck;
import io.spillway.app.output.DoctorOutput;
import io.spillway.app.output.EndpointReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Whether Spillway is well: all of `check`, and what it stands on.
@Command(
        name = "doctor",
        description =
                "Looks at configuration, endpoints and clocks, disk, journal, display, fonts and"
                        + " sound.")
final class DoctorCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description =
                    "Also write a ZIP file for support: findings, configuration and logs,"
                            + " without secrets.")
    @Nullable Path bundle;

    DoctorCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        List<Finding> all = new ArrayList<>();
        Setup setup = setup(all);
        all.addAll(SecretOrigins.of(common.file(context), context.folders().secrets()));
        all.addAll(
                new Machine(context.environment())
                        .look(setup == null ? Locale.getDefault() : setup.language()));
        Path state = setup == null ? common.folder(context) : setup.state();
        all.addAll(new StateCheck(state).look());
        if (setup != null && !setup.unconfigured()) {
            context.parts().check(setup).forEach(report -> all.add(endpoint(report)));
        }
        context.out().print(json ? DoctorOutput.json(all) + "\n" : DoctorOutput.text(all));
        if (bundle != null) {
            write(bundle, DoctorOutput.json(all), state);
        }
        return all.stream().anyMatch(f -> f.verdict() == Finding.Verdict.FAIL) ? 1 : 0;
    }

    /// Null, and why among the findings, where the configuration holds mistakes.
    private @Nullable Setup setup(List<Finding> all) {
        try {
            Setup setup = common.resolve(context);
            if (setup.unconfigured()) {
                all.add(Finding.note("configuration", Configured.advice(setup)));
            } else if (setup.config() != null) {
                all.add(Finding.ok("configuration", setup.config().file() + " has no mistakes"));
            }
            return setup;
        } catch (ConfigException e) {
            e.lines().forEach(line -> all.add(Finding.fail("configuration", line)));
            return null;
        }
    }

    private static Finding endpoint(EndpointReport report) {
        String at = report.endpoint() + " at " + report.address();
        if (!report.ok()) {
            return Finding.fail("endpoint", at + ": " + report.message());
        }
        String clock =
                Double.isFinite(report.skewSeconds())
                        ? ", clock %+.1f s".formatted(report.skewSeconds())
                        : "";
        String message = report.message().isEmpty() ? "" : ": " + report.message();
        return Finding.ok("endpoint", at + clock + message);
    }

    private void write(Path file, String report, Path state) {
        Path configuration = common.file(context);
        try {
            String text =
                    configuration == null
                            ? ""
                            : new String(Files.readAllBytes(configuration), StandardCharsets.UTF_8);
            new Bundle(new Redaction(text, context.folders().secrets()::value))
                    .write(file, report, configuration, state);
        } catch (FileAlreadyExistsException e) {
            throw new Refused(file + " is there already: name another file with --bundle", e);
        } catch (IOException e) {
            throw new Refused(
                    "%s cannot be written, %s: name another file with --bundle"
                            .formatted(file, e.getMessage()),
                    e);
        }
        context.note("wrote " + file + "; look into it before you send it");
    }
}
