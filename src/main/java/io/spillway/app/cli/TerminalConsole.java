package io.spillway.app.cli;

import io.spillway.app.output.StatusText;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The console where there is no display: a line a second, and the board as a PNG.
final class TerminalConsole {
    /// The PNG in the state folder.
    static final String PICTURE = "board.png";

    private static final Duration SECOND = Duration.ofSeconds(1);

    /// Seconds between two drawings.
    private static final int REDRAW = 5;

    private final Context context;
    private final DeskSession session;
    private final Renderer.Request request;
    // Drawing takes its time, the line a second does not wait for it.
    private CompletableFuture<Void> drawing = CompletableFuture.completedFuture(null);
    private volatile String trouble = "";
    private List<String> told = List.of();

    TerminalConsole(Context context, Setup setup, DeskSession session) {
        this.context = context;
        this.session = session;
        Path out = setup.state().resolve(PICTURE);
        this.request =
                new Renderer.Request(Screen.BOARD, Theme.NIGHT, setup.language(), 1920, 1080, out);
    }

    /// Runs until the pause says that it is to end.
    ///
    /// @param why there is no window
    void run(String why) {
        context.out()
                .println(
                        "%s: running without a window, until Ctrl-C; the board is drawn to %s"
                                .formatted(why, request.out()));
        Waiting.forPicture(session.desk(), Waiting::complete, Waiting.READINGS);
        for (int second = 0; ; second++) {
            Picture picture = session.desk().picture();
            context.out().println(StatusText.line(picture));
            tell(picture.notices());
            if (second % REDRAW == 0 && drawing.isDone()) {
                drawing =
                        CompletableFuture.runAsync(
                                () -> draw(picture), context.parts().background());
            }
            if (context.out().checkError() || !context.pause().pause(SECOND)) {
                return;
            }
        }
    }

    /// Tells each notice once, for as long as it stands.
    private void tell(List<String> notices) {
        notices.stream().filter(notice -> !told.contains(notice)).forEach(context::note);
        told = notices;
    }

    /// Says once that drawing fails, and goes on.
    private void draw(Picture picture) {
        String now = "";
        try {
            context.parts().renderer().render(request, picture, null);
        } catch (IOException | Refused e) {
            now = "the board cannot be drawn to %s: %s".formatted(request.out(), e.getMessage());
        }
        if (!now.isEmpty() && !now.equals(trouble)) {
            context.note(now);
        }
        trouble = now;
    }
}
