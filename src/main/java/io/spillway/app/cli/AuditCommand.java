package io.spillway.app.cli;

import io.spillway.app.output.Attempt;
import io.spillway.app.output.AuditJson;
import io.spillway.app.output.AuditText;
import io.spillway.desk.StateFolder;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Who tried to do what.
@Command(
        name = "audit",
        description = "Lists attempts to act, allowed and refused, from the journal, newest first.")
final class AuditCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    @Option(
            names = "--since",
            paramLabel = "SPAN",
            description = "Only those of the last 30m, 2h or 90s (default: all).")
    @Nullable Span since;

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Only those of this operator; capitals make no difference.")
    String operator = "";

    @Option(names = "--refused", description = "Only those that were refused.")
    boolean refused;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    AuditCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        List<Attempt> attempts = attempts(StateFolder.journal(common.resolve(context).state()));
        context.out().print(json ? AuditJson.pretty(attempts) + "\n" : AuditText.of(attempts));
        return 0;
    }

    /// Read beside a desk that writes there.
    private List<Attempt> attempts(Path file) {
        List<Attempt> attempts = new ArrayList<>();
        if (!Files.exists(file)) {
            return attempts;
        }
        Instant from =
                since == null
                        ? Instant.EPOCH
                        : context.parts().clock().instant().minus(since.duration());
        try (Journal journal = Journal.open(file)) {
            journal.back(
                    refused ? Attempt.REFUSED : Attempt.ALL,
                    from,
                    Instant.MAX,
                    event -> {
                        Attempt attempt = Attempt.of(event);
                        if (operator.isEmpty() || attempt.by(operator)) {
                            attempts.add(attempt);
                        }
                        return true;
                    });
            return attempts;
        } catch (JournalException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }
}
