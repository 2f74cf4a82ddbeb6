package io.spillway.app.cli;

import io.spillway.app.config.ScenarioName;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// Lets `--practice` stand before a parameter of the command: in `plan redistribute --practice web`
/// the word behind it is the pool.
final class OptionalScenario implements IParameterPreprocessor {
    /// The scenario of a bare `--practice`.
    static final String DEFAULT = "surge";

    @Override
    @SuppressWarnings("JdkObsolete") // The stack is the library's.
    public boolean preprocess(
            Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
        boolean parameter = !command.positionalParameters().isEmpty();
        if (parameter && !args.isEmpty() && ScenarioName.of(args.peek()).isEmpty()) {
            args.push(DEFAULT);
        }
        return false;
    }
}
