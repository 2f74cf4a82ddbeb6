package io.spillway.app.cli;

import io.spillway.app.output.CheckJson;
import io.spillway.app.output.CheckText;
import io.spillway.app.output.EndpointReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Whether every endpoint does what it is configured for.
@Command(
        name = "check",
        description =
                "Tries every endpoint: reachable, readable, writable, join found, clock skew.")
final class CheckCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    CheckCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        SecretOrigins.of(common.file(context), context.folders().secrets())
                .forEach(finding -> context.note("secret " + finding.message()));
        Setup setup = common.resolve(context);
        Configured.require(setup);
        List<EndpointReport> reports = context.parts().check(setup);
        context.out().print(json ? CheckJson.pretty(reports) + "\n" : CheckText.of(reports));
        return reports.stream().allMatch(EndpointReport::ok) ? 0 : 1;
    }
}
