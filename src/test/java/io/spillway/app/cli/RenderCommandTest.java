package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.Alarms;
import io.spillway.app.cli.CommandLines.Outcome;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderCommandTest {
    @TempDir Path home;
    private Session session;
    private String out = "";

    @BeforeEach
    void prepare() throws IOException {
        session = Session.configured(home);
        out = home.resolve("board.png").toString();
    }

    @Test
    void drawsAsAsked() {
        Outcome outcome =
                session.run(
                        "render", "servers", "--out", out, "--size", "1366x768", "--theme", "day");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(session.parts.drawn)
                .containsExactly(
                        new Renderer.Request(
                                Screen.SERVERS,
                                Theme.DAY,
                                Locale.getDefault(),
                                1366,
                                768,
                                Path.of(out)));
        assertThat(session.parts.drawnPicture).isEqualTo(session.parts.desk.picture());
    }

    @ParameterizedTest
    @CsvSource({
        "--after,     10,                   2026-11-22T13:00:15Z",
        "--after,     0.5,                  2026-11-22T13:00:05.500Z",
        "--at,        13:40,                2026-11-22T13:40:00Z",
        "--at,        13:00:05,             2026-11-22T13:00:05Z",
        "--at,        12:00,                2026-11-23T12:00:00Z",
        "--at,        2026-12-01T08:00:00Z, 2026-12-01T08:00:00Z",
        "--size,      640x480,              2026-11-22T13:00:10Z"
    })
    void practiceIsSteppedToTheTime(String option, String value, Instant time) {
        Outcome outcome = session.run("render", "board", "--practice", "--out", out, option, value);
        assertThat(outcome.err()).isEmpty();
        assertThat(session.parts.steppedTo).isEqualTo(time);
    }

    @Test
    void aLiveFleetIsLookedAtForThatLong() {
        Picture later = later(Samples.picture(9), Duration.ofSeconds(30));
        session.parts.desk.coming.add(later(later, Duration.ofSeconds(-1)));
        session.parts.desk.coming.add(later);
        session.run("render", "board", "--out", out, "--after", "30");
        assertThat(session.parts.drawnPicture).isEqualTo(later);
    }

    private static Picture later(Picture p, Duration by) {
        return new Picture(
                p.tick(),
                p.time().plus(by),
                p.site(),
                p.practice(),
                p.interval(),
                p.state(),
                p.mode(),
                p.fleet(),
                p.sources(),
                p.window(),
                p.day(),
                p.outlook(),
                Alarms.none(),
                p.plans(),
                p.leases(),
                p.drifts(),
                p.notices(),
                p.relief());
    }

    @Test
    void aLiveFleetCannotBeSentToATime() {
        Outcome outcome = session.run("render", "board", "--out", out, "--at", "13:00");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("--at needs --practice");
    }

    @Test
    void thePlansSheetGetsAPlan() {
        session.parts.desk.replies.add(new Reply(true, "", Samples.plan(), null));
        session.run("render", "plan", "--out", out);
        assertThat(session.parts.drawnPlan).isEqualTo(Samples.plan());
    }

    @Test
    void theFirstScreenNeedsNoFleet() {
        Session empty = new Session(home.resolve("nobody"));
        assertThat(empty.run("render", "first-run", "--out", out).code()).isZero();
        assertThat(empty.parts.setups).isEmpty();
        assertThat(empty.parts.drawnPicture)
                .extracting(Picture::state)
                .isEqualTo(Picture.State.UNCONFIGURED);
    }

    @Test
    void anUnwritableFileIsSaid() {
        session.parts.drawing = new IOException("disk full");
        Outcome outcome = session.run("render", "board", "--out", out);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo(
                        "spillway: the picture cannot be written to %s: check the folder and its rights\n"
                                .formatted(out));
    }
}
