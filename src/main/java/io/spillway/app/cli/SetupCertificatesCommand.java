package io.spillway.app.cli;

import io.spillway.app.output.MadeText;
import io.spillway.app.setup.Certificates;
import io.spillway.app.setup.HostName;
import io.spillway.app.setup.OperatorName;
import io.spillway.app.setup.SetupException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes certificates.
@Command(
        name = "certificates",
        description =
                "Makes an authority, a balancer's certificate, and a key store for each operator;"
                        + " overwrites nothing. An authority that lies in DIR signs again.")
final class SetupCertificatesCommand implements Callable<Integer> {
    private static final int LONGEST = 3650;

    private final Context context;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write into; its files can be read by you alone.")
    Path out = Path.of("");

    @Option(
            names = "--server",
            paramLabel = "HOST",
            arity = "1..*",
            description = "Every name and address by which one balancer is reached.")
    List<HostName> servers = List.of();

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            arity = "1..*",
            description = "Who is to get a key store.")
    List<OperatorName> operators = List.of();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How long they are valid (default: 825); the authority is for 3650.")
    int days = 825;

    SetupCertificatesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (servers.isEmpty() && operators.isEmpty()) {
            throw new Misused(
                    "nobody is named who needs a certificate: give --server or --operator");
        }
        if (days < 1 || days > LONGEST) {
            throw new Misused("--days takes a number from 1 to " + LONGEST);
        }
        if (operators.stream().map(o -> o.text().toLowerCase(Locale.ROOT)).distinct().count()
                < operators.size()) {
            throw new Misused("an operator is named twice: give each name once");
        }
        Duration life = Duration.ofDays(days);
        try {
            List<Certificates.Made> made =
                    Certificates.make(
                            new Certificates.Request(out, servers, operators, life),
                            context.parts().clock().instant());
            context.out().print(MadeText.of(made));
            return 0;
        } catch (SetupException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }
}
