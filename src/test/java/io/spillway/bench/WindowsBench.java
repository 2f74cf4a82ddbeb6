package io.spillway.bench;

import io.spillway.app.cli.DeskSession;
import io.spillway.app.graph.Desks;
import io.spillway.ui.Console;
import io.spillway.ui.FirstRunOffer;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;

/// What windows leave behind: opens a window over a practice fleet of another process, lets it draw
/// some ticks, closes it, and so on for `--minutes N` (20), over `--servers N` (1,000). Prints the
/// live heap, without what the toolkit keeps only while there is room, after each fifth of the
/// time.
public final class WindowsBench {
    /// Milliseconds that a window stays open: two hundred of them in twenty minutes.
    private static final long LOOK = 5_000;

    private static final int FIFTHS = 5;

    private final FxDispatcher dispatcher = new FxDispatcher();
    private int windows;

    private WindowsBench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        int servers = FleetProcess.number(words, "--servers", 1_000);
        int minutes = FleetProcess.number(words, "--minutes", 20);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try (FleetProcess fleet = FleetProcess.start(servers);
                DeskSession session = new Desks(InstantSource.system()).open(fleet.setup(), true)) {
            new WindowsBench().run(session, TimeUnit.MINUTES.toNanos(minutes));
        } finally {
            Platform.exit();
        }
    }

    private void run(DeskSession session, long nanos) throws Exception {
        long begin = System.nanoTime();
        long first = 0;
        for (int fifth = 1; fifth <= FIFTHS; fifth++) {
            while (System.nanoTime() - begin < nanos / FIFTHS * fifth) {
                openAndClose(session);
            }
            long heap = heap(session);
            first = first == 0 ? heap : first;
            System.out.printf(
                    "after %d windows: %,d kB, %+.1f %%%n",
                    windows, heap, 100.0 * heap / first - 100);
        }
    }

    private void openAndClose(DeskSession session) throws Exception {
        FutureTask<Runnable> opened = new FutureTask<>(() -> open(session));
        Platform.runLater(opened);
        Runnable close = opened.get();
        new CountDownLatch(1).await(LOOK, TimeUnit.MILLISECONDS);
        FutureTask<Boolean> closed = new FutureTask<>(close, true);
        Platform.runLater(closed);
        closed.get();
        windows++;
    }

    private Runnable open(DeskSession session) {
        FirstRunOffer offer = new FirstRunOffer("", null, null);
        Console console =
                new Console(session.desk(), Theme.NIGHT, dispatcher, offer, () -> "bench");
        Stage stage = new Stage();
        stage.setScene(console.scene(1280, 720));
        console.follow(dispatcher);
        console.show(Screen.BOARD);
        stage.show();
        return () -> {
            stage.close();
            console.close();
        };
    }

    /// In kilobytes. The toolkit lets go of a closed window's pictures when it next paints, so
    /// another window is painted between two collections.
    private long heap(DeskSession session) throws Exception {
        long least = Long.MAX_VALUE;
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 5; i++) {
            System.gc();
            openAndClose(session);
            System.gc();
            least = Math.min(least, (runtime.totalMemory() - runtime.freeMemory()) / 1024);
        }
        return least;
    }
}
