package io.spillway.app.config;

import io.spillway.alarm.rule.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Loads configuration files.
public final class ConfigFile {
    private ConfigFile() {}

    /// Reads and checks a file.
    ///
    /// @param file as the user named it, which is how messages name it
    /// @param environment gives the secret of a name, null where there is none; may throw
    ///   [io.spillway.app.secret.StoreException]
    /// @throws ConfigException with every mistake of the file
    public static Config load(Path file, Function<String, @Nullable String> environment)
            throws ConfigException {
        String text = text(file);
        Mistakes mistakes = new Mistakes();
        int broken = text.indexOf('\uFFFD');
        if (broken >= 0) {
            mistakes.add(
                    1 + (int) text.substring(0, broken).chars().filter(c -> c == '\n').count(),
                    "bytes that are no UTF-8",
                    "text in UTF-8",
                    "save the file in that encoding");
            mistakes.throwIfAny(file.toString());
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        Optional<Node> root = YamlTree.read(text, mistakes);
        if (root.isEmpty()) {
            mistakes.throwIfAny(file.toString());
        }
        Surroundings surroundings = new Surroundings(folder, environment);
        Config config =
                new ConfigReader(surroundings, mistakes)
                        .read(file, root.orElseGet(() -> new Node.Nothing(1)));
        mistakes.throwIfAny(file.toString());
        return edited(config);
    }

    /// The configuration with the rules that were edited since.
    private static Config edited(Config config) throws ConfigException {
        Rules main = config.alarms().main();
        Path file = AlarmRulesFile.beside(config.file());
        Rules now = AlarmRulesFile.read(file, main, config.pools());
        return config.withAlarms(new AlarmConfig(main, now));
    }

    private static String text(Path file) throws ConfigException {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new ConfigException(
                    List.of(
                            file
                                    + ":1: there is no such file, expected a configuration;"
                                    + " name another with --config, or try --practice"));
        } catch (IOException e) {
            throw new ConfigException(
                    List.of(
                            file
                                    + ":1: the file cannot be read, expected a configuration;"
                                    + " check that it is a file and may be read"));
        }
    }
}
