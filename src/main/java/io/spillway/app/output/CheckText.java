package io.spillway.app.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Endpoints for people.
public final class CheckText {
    private CheckText() {}

    public static String of(List<EndpointReport> reports) {
        Table table =
                new Table(
                        "ENDPOINT",
                        "ADDRESS",
                        "REACHABLE",
                        "READABLE",
                        "WRITABLE",
                        "JOIN",
                        "SKEW",
                        "MESSAGE");
        for (EndpointReport report : reports) {
            table.row(
                    report.endpoint(),
                    report.address(),
                    word(report.reachable()),
                    word(report.readable()),
                    word(report.writable()),
                    word(report.join()),
                    Double.isFinite(report.skewSeconds())
                            ? Figures.seconds(report.skewSeconds())
                            : "-",
                    report.message());
        }
        return table.toString();
    }

    private static String word(@Nullable Boolean value) {
        return value == null ? "-" : value ? "yes" : "NO";
    }
}
