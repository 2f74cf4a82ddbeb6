package io.spillway.app.cli;

import io.spillway.app.config.ConfigException;
import java.io.PrintWriter;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns failures into lines for users and an exit code, never into a stack trace.
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String message = message(e).lines().findFirst().orElse("").replaceAll("[.:]$", "");
        String guess =
                e instanceof UnmatchedArgumentException unmatched
                        ? unmatched.getSuggestions().stream()
                                .findFirst()
                                .map(word -> "; did you mean %s?".formatted(word))
                                .orElse("")
                        : "";
        say(e.getCommandLine(), "%s%s (see `%s --help`)".formatted(message, guess, command));
        return MISUSED;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        return switch (e) {
            case ConfigException config -> {
                PrintWriter err = line.getErr();
                config.lines().forEach(err::println);
                err.flush();
                yield MISUSED;
            }
            case Misused _ -> {
                say(line, message(e));
                yield MISUSED;
            }
            case ParameterException parameter -> handleParseException(parameter, new String[0]);
            case Refused _ -> {
                say(line, message(e));
                yield FAILED;
            }
            default -> {
                unexpected(e, line);
                yield FAILED;
            }
        };
    }

    private static void unexpected(Exception e, CommandLine line) {
        String code = ErrorCode.of(e);
        String details =
                Logs.file()
                        .map(file -> "; details are in " + file)
                        .orElse("; it failed before there was a log");
        if (Logs.file().isPresent()) {
            LoggerFactory.getLogger("io.spillway.app").error("unexpected, code {}", code, e);
        }
        say(line, "something failed that should not have, code " + code + details);
    }

    private static String message(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), "");
    }

    private static void say(CommandLine line, String message) {
        line.getErr().println("spillway: " + message);
        line.getErr().flush();
    }
}
