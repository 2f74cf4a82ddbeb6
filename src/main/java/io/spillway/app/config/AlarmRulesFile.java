package io.spillway.app.config;

import io.spillway.alarm.rule.Rules;
import io.spillway.fleet.Pool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// The rules that were edited since the configuration was written, in a file beside it. What it
/// says of a rule holds instead of all that the main file says of that rule.
public final class AlarmRulesFile {
    private static final String NAME = "alarms.yaml";

    private AlarmRulesFile() {}

    /// Where the edited rules of a configuration stand.
    ///
    /// @param config the main file
    public static Path beside(Path config) {
        return config.resolveSibling(NAME);
    }

    /// Reads the edited rules.
    ///
    /// @param file as messages are to name it; none is no mistake
    /// @param main what holds of rules that were not edited
    /// @param pools those that may have limits of their own
    /// @throws ConfigException with every mistake of the file
    public static Rules read(Path file, Rules main, List<Pool> pools) throws ConfigException {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return main;
        } catch (IOException e) {
            throw new ConfigException(
                    List.of(
                            file
                                    + ":1: the file cannot be read, expected edited alarm rules;"
                                    + " check that it is a file and may be read"));
        }
        if (text.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
            return main;
        }
        Mistakes mistakes = new Mistakes();
        Optional<Node> root = YamlTree.read(text, mistakes);
        Rules rules = root.map(node -> rules(node, main, pools, mistakes)).orElse(main);
        mistakes.throwIfAny(file.toString());
        return rules;
    }

    private static Rules rules(Node root, Rules main, List<Pool> pools, Mistakes mistakes) {
        Fields fields = new Fields("the file", root, Keys.EDITED, mistakes);
        Node alarms = fields.node("alarms");
        if (alarms == null) {
            fields.missing("alarms", "{queue: {priority: low}}");
            return main;
        }
        List<String> names = pools.stream().map(Pool::name).toList();
        return new AlarmsReader(names, mistakes).read(alarms, main, true);
    }

    /// Writes the rules that differ from the main file's, in one step, so that nobody ever reads
    /// half of them; what was there before is kept under the same name with `.previous`.
    ///
    /// @throws IOException if that fails; the file is then as it was
    public static void write(Path file, Rules main, Rules edited) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            Path kept = target.resolveSibling(NAME + ".previous");
            Path half = target.resolveSibling(NAME + ".previous.part");
            Files.copy(target, half, StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        Path half = target.resolveSibling(NAME + ".part");
        try (FileChannel out =
                FileChannel.open(
                        half,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(AlarmRulesText.of(main, edited));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
