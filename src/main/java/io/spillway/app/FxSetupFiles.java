package io.spillway.app;

import io.spillway.app.setup.Certificates;
import io.spillway.app.setup.HostName;
import io.spillway.app.setup.OperatorName;
import io.spillway.app.setup.SetupException;
import io.spillway.app.setup.Snippets;
import io.spillway.ui.setup.SetupFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes files for the Setup screen as `spillway setup` does. For the FX thread; what it does, it
/// does elsewhere.
final class FxSetupFiles implements SetupFiles {
    private static final Logger LOG = LoggerFactory.getLogger(FxSetupFiles.class);
    private static final Duration LIFE = Duration.ofDays(825);

    private final Executor fx;
    private final Executor background;
    private final InstantSource clock;

    FxSetupFiles(Executor fx, Executor background, InstantSource clock) {
        this.fx = fx;
        this.background = background;
        this.clock = clock;
    }

    private interface Making {
        List<Path> make(Path folder, List<OperatorName> operators) throws SetupException;
    }

    @Override
    public void certificates(Request request, Consumer<Answer> answer) {
        make(
                request,
                answer,
                (folder, operators) -> {
                    List<HostName> servers = request.servers().stream().map(HostName::new).toList();
                    if (servers.isEmpty() && operators.isEmpty()) {
                        throw new IllegalArgumentException("name who needs a certificate");
                    }
                    var wanted = new Certificates.Request(folder, servers, operators, LIFE);
                    return Certificates.make(wanted, clock.instant()).stream()
                            .map(Certificates.Made::file)
                            .toList();
                });
    }

    @Override
    public void snippets(Request request, Consumer<Answer> answer) {
        make(
                request,
                answer,
                (folder, operators) -> {
                    if (operators.isEmpty()) {
                        throw new IllegalArgumentException(
                                "name the operators whom the listener lets in");
                    }
                    return Snippets.write(folder, Snippets.Site.usual(operators));
                });
    }

    private void make(Request request, Consumer<Answer> answer, Making making) {
        background.execute(() -> {
            Answer made = made(request, making);
            fx.execute(() -> answer.accept(made));
        });
    }

    private static Answer made(Request request, Making making) {
        try {
            if (request.folder().isBlank()) {
                return failed("name the folder to write into");
            }
            List<OperatorName> operators =
                    request.operators().stream().map(OperatorName::new).distinct().toList();
            List<Path> files = making.make(Path.of(request.folder()), operators);
            return new Answer(files.stream().map(Path::toString).toList(), "");
        } catch (InvalidPathException e) {
            return failed("\"%s\" is no path of a folder: correct it".formatted(request.folder()));
        } catch (SetupException | IllegalArgumentException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("Files of setup could not be made", e);
            return failed("this should not have failed: the log in the state folder says why");
        }
    }

    private static Answer failed(String why) {
        return new Answer(
                List.of(), why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + ".");
    }
}
