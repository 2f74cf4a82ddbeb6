package io.spillway.app.cli;

import io.spillway.app.setup.OperatorName;
import io.spillway.app.setup.SetupException;
import io.spillway.app.setup.Snippets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes HAProxy's part of the configuration.
@Command(
        name = "snippets",
        description =
                "Writes what HAProxy needs: runtime socket, mutual-TLS listener, counting, gates;"
                        + " overwrites nothing.")
final class SetupSnippetsCommand implements Callable<Integer> {
    private static final Pattern LISTEN =
            Pattern.compile("([A-Za-z0-9.-]*|\\[?[0-9A-Fa-f:.]+]?):[0-9]{1,5}");
    private static final Pattern PLACE = Pattern.compile("/[A-Za-z0-9._/+-]*[A-Za-z0-9._+-]");
    private static final Pattern GROUP = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private final Context context;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write into.")
    Path out = Path.of("");

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            required = true,
            arity = "1..*",
            description = "Whom the listener lets in, as their certificates name them.")
    List<OperatorName> operators = List.of();

    @Option(
            names = "--listen",
            paramLabel = "[ADDRESS]:PORT",
            description = "Where the listener is to be (default: :9443).")
    String listen = ":9443";

    @Option(
            names = "--folder",
            paramLabel = "PATH",
            description =
                    "Where certificates and maps are going to lie on the balancer (default:"
                            + " /etc/haproxy/spillway).")
    String folder = "/etc/haproxy/spillway";

    @Option(
            names = "--socket",
            paramLabel = "PATH",
            description = "The runtime socket (default: /run/haproxy/spillway.sock).")
    String socket = "";

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "The group that may open it (default: spillway).")
    String group = "spillway";

    @Option(
            names = "--chroot",
            paramLabel = "PATH",
            description = "HAProxy's chroot, where it has one; the socket then lies inside.")
    String chroot = "";

    SetupSnippetsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try {
            Snippets.write(out, site()).forEach(context.out()::println);
            return 0;
        } catch (SetupException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private Snippets.Site site() {
        require(LISTEN, "--listen", listen, ":9443 or 10.0.0.5:9443");
        require(PLACE, "--folder", folder, "/etc/haproxy/spillway");
        require(GROUP, "--group", group, "spillway");
        if (!chroot.isEmpty()) {
            require(PLACE, "--chroot", chroot, "/var/lib/haproxy");
        }
        String usual = chroot.isEmpty() ? "/run/haproxy" : chroot;
        String place = socket.isEmpty() ? usual + "/spillway.sock" : socket;
        require(PLACE, "--socket", place, "/run/haproxy/spillway.sock");
        try {
            return new Snippets.Site(listen, folder, place, group, chroot, operators);
        } catch (IllegalArgumentException e) {
            throw new Misused(String.valueOf(e.getMessage()), e);
        }
    }

    private static void require(Pattern form, String option, String value, String example) {
        if (!form.matcher(value).matches()) {
            throw new Misused(
                    "%s is '%s', which HAProxy would not understand: write for example %s"
                            .formatted(option, value, example));
        }
    }
}
