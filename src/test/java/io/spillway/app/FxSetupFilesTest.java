package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.ui.setup.SetupFiles;
import io.spillway.ui.setup.SetupFiles.Answer;
import io.spillway.ui.setup.SetupFiles.Request;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files made from the Setup screen.
class FxSetupFilesTest {
    @TempDir Path home;
    private final List<Answer> answers = new ArrayList<>();
    private final SetupFiles files =
            new FxSetupFiles(Runnable::run, Runnable::run, InstantSource.system());

    private Answer last() {
        return answers.getLast();
    }

    @Test
    void certificatesAndSnippetsAreNamedAndNeverWrittenTwice() {
        String folder = home.resolve("made").toString();
        Request request = new Request(List.of("lb-1.example"), List.of("anna"), folder);
        files.certificates(request, answers::add);
        assertThat(last().trouble()).isEmpty();
        assertThat(last().files())
                .map(file -> Path.of(file).getFileName().toString())
                .contains("ca.crt", "lb-1.example.pem", "anna.p12", "anna.password");
        files.snippets(request, answers::add);
        assertThat(last().trouble()).isEmpty();
        assertThat(last().files()).hasSizeGreaterThan(3).allMatch(f -> f.startsWith(folder));
        files.snippets(request, answers::add);
        assertThat(last().files()).isEmpty();
        assertThat(last().trouble()).isNotEmpty();
    }

    @Test
    void whatIsMissingIsSaid() {
        files.certificates(new Request(List.of(), List.of(), home.toString()), answers::add);
        assertThat(last().trouble()).isEqualTo("Name who needs a certificate.");
        files.snippets(new Request(List.of(), List.of("anna"), " "), answers::add);
        assertThat(last().trouble()).isEqualTo("Name the folder to write into.");
    }
}
