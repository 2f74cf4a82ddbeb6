package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.app.secret.StoreException;
import io.spillway.ui.wall.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallCommandTest {
    @TempDir Path home;
    private Session session = new Session(Path.of("/nonexistent"));

    @BeforeEach
    void prepare() throws IOException {
        session = Session.configured(home);
        session.environment.put("DISPLAY", ":0");
    }

    @Test
    void itIsWatchedOverByTheProcessThatIsStarted() {
        assertThat(session.run("wall", "--metres", "5").code()).isZero();
        assertThat(session.parts.walls).isEmpty();
        assertThat(session.parts.watched.getFirst())
                .contains("wall", "--metres", "5")
                .endsWith("--supervised=3");
    }

    @Test
    void whatIsAskedForReachesTheWall() {
        assertThat(
                        session.run(
                                        "wall",
                                        "--supervised=2",
                                        "--metres=8",
                                        "--inches=75",
                                        "--page=overview,fleet",
                                        "--every=1m",
                                        "--screens=2")
                                .code())
                .isZero();
        WallRequest asked = session.parts.walls.getFirst();
        assertThat(asked.at()).isEqualTo(2);
        assertThat(asked.screens()).isEqualTo(2);
        assertThat(asked.programme().pages()).containsExactly(Page.OVERVIEW, Page.FLEET);
        assertThat(asked.programme().each()).isEqualTo(Duration.ofMinutes(1));
        assertThat(asked.programme().viewer().metres()).isEqualTo(8);
        assertThat(asked.source()).isEqualTo(session.folders.configuration().toString());
        assertThat(asked.practice()).isNull();
    }

    @Test
    void aConfigurationFromAnAddressHasNoKeptSecret() {
        session.folders.secrets().put("KEPT", "hunter2");
        session.environment.put("GIVEN", "of the environment");
        session.run("wall", "--supervised=0");
        assertThat(session.parts.walls.getFirst().secrets().apply("KEPT")).isEqualTo("hunter2");
        session.environment.put("SPILLWAY_PASSPHRASE", "opens what is kept");
        session.run("wall", "--supervised=0", "--config-from=https://far.example/wall.yaml");
        var far = session.parts.walls.getLast().secrets();
        assertThat(far.apply("GIVEN")).isEqualTo("of the environment");
        for (String name : List.of("KEPT", "SPILLWAY_PASSPHRASE")) {
            assertThatThrownBy(() -> far.apply(name))
                    .isInstanceOf(StoreException.class)
                    .hasMessageNotContaining("opens what is kept");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--metres=0",
                "--inches=-1",
                "--screens=0",
                "--page=nothing",
                "--every=soon",
                "--config-from=https://x/y --practice",
                "--config-from=http://x/y",
                "--config-from=http://127.0.0.1.example/y",
                "--practice --config=x.yaml"
            })
    void whatMakesNoSenseIsRefused(String words) {
        String[] line = ("wall --supervised=0 " + words).split(" ");
        assertThat(session.run(line).code()).isEqualTo(2);
        assertThat(session.parts.walls).isEmpty();
    }
}
