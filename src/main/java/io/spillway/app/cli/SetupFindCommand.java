package io.spillway.app.cli;

import io.spillway.app.config.ConfigException;
import io.spillway.app.config.FirstBalancer.ClientKeys;
import io.spillway.app.config.FirstConfig;
import io.spillway.app.config.FirstConfigFile;
import io.spillway.app.output.CheckText;
import io.spillway.app.output.EndpointReport;
import io.spillway.app.output.PoolsText;
import io.spillway.ui.kit.Fit;
import io.spillway.ui.kit.Viewer;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds a fleet, and writes its configuration.
@Command(
        name = "find",
        description =
                "Finds HAProxy and Prometheus, says what it understood, and writes the configuration"
                        + " if told to; changes nothing there.")
final class SetupFindCommand implements Callable<Integer> {
    private final Context context;
    private final CommonOptions common;

    @Parameters(
            paramLabel = "ADDRESS",
            arity = "0..*",
            description =
                    "Hosts, or addresses as the configuration has them (default: this machine).")
    List<String> addresses = List.of();

    @Option(
            names = "--key-store",
            paramLabel = "FILE",
            description = "The operator's key store, for a mutual-TLS listener; needs --ca.")
    @Nullable Path keyStore;

    @Option(
            names = "--password-env",
            paramLabel = "NAME",
            description =
                    "The environment variable, or the kept secret, with its password (default:"
                            + " SPILLWAY_KEYSTORE).")
    String variable = ClientKeys.USUAL;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "The authority that signed the balancer's certificate.")
    @Nullable Path ca;

    @Option(
            names = "--limit",
            paramLabel = "PERCENT",
            description = "CPU above which a server counts as overloaded (default: 90).")
    int limit = (int) Math.round(100 * FirstConfig.Wishes.USUAL.limit());

    @Option(
            names = "--metres",
            paramLabel = "N",
            description = "From the farthest viewer to the wall, where there is one.")
    double metres;

    @Option(names = "--inches", paramLabel = "N", description = "The wall's diagonal.")
    double inches;

    @Option(
            names = "--write",
            description = "Write the configuration; one that is there stays as it is.")
    boolean write;

    SetupFindCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws ConfigException {
        FirstConfig.Wishes wishes = wishes();
        Logs.writeTo(common.folder(context));
        Discovery found = context.parts().find(addresses, keys());
        found.others().forEach(context::note);
        FirstConfig unwished = found.config();
        if (unwished == null) {
            throw new Refused(
                    "no HAProxy that holds servers was found: give its address, for instance"
                            + " `spillway setup find unix:/run/haproxy/admin.sock`");
        }
        FirstConfig config = unwished.with(wishes);
        Path usual = context.folders().configuration();
        Path file = common.config == null ? usual : common.config;
        context.out().print(CheckText.of(found.reports()));
        context.out().println();
        context.out().print(PoolsText.of(config.config(file).pools(), found.servers()));
        if (config.prometheus() == null) {
            context.note(
                    "no Prometheus was found, CPU is going to be unknown: give its address as well,"
                            + " for instance http://HOST:9090");
        }
        if (!found.reports().stream().allMatch(EndpointReport::reachable)) {
            throw new Refused("not all of this answers, and nothing was written");
        }
        if (write) {
            keep(config, file);
        } else {
            context.note("nothing was written: --write writes this to " + file);
        }
        return 0;
    }

    private FirstConfig.Wishes wishes() {
        if (limit < 1 || limit > 100) {
            throw new Misused("--limit takes whole percent from 1 to 100");
        }
        if (metres < 0 || inches < 0 || (metres > 0) != (inches > 0)) {
            throw new Misused("--metres and --inches belong together, both above 0");
        }
        if (metres > 0 && !Fit.of(new Viewer(metres, inches), 1920, 1080).enough()) {
            context.note(
                    "at 1080 lines not even one panel of the wall can be read from there: take a"
                            + " larger screen, or come closer");
        }
        return new FirstConfig.Wishes(limit / 100.0, metres, inches);
    }

    private void keep(FirstConfig config, Path file) {
        try {
            FirstConfigFile.write(file, config);
            context.note("wrote %s; `spillway check` tries it again".formatted(file));
        } catch (FileAlreadyExistsException e) {
            throw new Refused(
                    file + " is there already, and stays as it is: name another with --config", e);
        } catch (IOException e) {
            throw new Refused(
                    file
                            + " cannot be written: check the rights of its folder, or name another"
                            + " with --config",
                    e);
        }
    }

    private @Nullable ClientKeys keys() throws ConfigException {
        if (keyStore == null && ca == null) {
            return null;
        }
        if (keyStore == null || ca == null) {
            throw new Misused("--key-store and --ca belong together: give both or neither");
        }
        return ClientKeys.of(keyStore, ca, variable, context.folders().secrets()::value);
    }
}
