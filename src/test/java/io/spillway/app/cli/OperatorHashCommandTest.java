package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.action.operator.SecretHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class OperatorHashCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private OperatorHashCommand command(String input, boolean stdin) {
        Context context =
                new Context(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        _ -> null,
                        _ -> false,
                        new Folders("Linux", Path.of("/nonexistent"), _ -> null),
                        new ScriptedParts());
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        OperatorHashCommand command =
                new OperatorHashCommand(
                        context, new SecretPrompt(new ByteArrayInputStream(bytes), null));
        if (stdin) {
            new CommandLine(command).parseArgs("--stdin");
        }
        return command;
    }

    @Test
    void theFirstLineIsTheSecretAndOnlyItsHashIsPrinted() throws Exception {
        assertThat(command("grüner Tee\r\nmore\n", true).call()).isZero();
        String hash = out.toString(StandardCharsets.UTF_8).strip();
        assertThat(SecretHash.fits("grüner Tee".toCharArray(), hash)).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8) + err).doesNotContain("Tee", "more");
    }

    @Test
    void whatIsOfNoUseIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> command("hunter2\n", true).call())
                .isInstanceOf(Refused.class)
                .hasMessage("the secret has fewer than 8 characters: choose a longer one");
        assertThatThrownBy(() -> command("x".repeat(2000), true).call())
                .hasMessage("the secret is longer than 1023 bytes");
        assertThatThrownBy(() -> command("", false).call())
                .hasMessageStartingWith("there is no terminal to ask for the secret");
    }
}
