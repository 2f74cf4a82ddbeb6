package io.spillway.app.output;

import java.time.temporal.ChronoUnit;
import java.util.List;

/// Attempts for people.
public final class AuditText {
    private AuditText() {}

    public static String of(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return "no such attempt is in the journal\n";
        }
        Table table = new Table("TIME", "OPERATOR", "COMMAND", "OUTCOME", "FROM", "CONSOLE", "WHY");
        for (Attempt attempt : attempts) {
            table.row(
                    attempt.time().truncatedTo(ChronoUnit.SECONDS).toString(),
                    attempt.operator(),
                    attempt.command(),
                    attempt.allowed() ? "allowed" : "REFUSED",
                    attempt.from(),
                    attempt.console(),
                    attempt.why());
        }
        return table.toString();
    }
}
