package io.spillway.app.cli;

import io.spillway.app.output.WatchJson;
import io.spillway.app.output.WatchText;
import io.spillway.desk.Picture;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What is usual, what leaves it, and when capacity runs out, tick by tick.
@Command(
        name = "watch",
        description = "Prints what watch makes of the load, a line a tick, until Ctrl-C.")
final class WatchCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /// Pictures that may wait to be printed; a terminal that is held loses the oldest.
    private static final int WAITING = 100;

    private final Context context;
    private final CommonOptions common;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    WatchCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Setup setup = common.resolve(context);
        Configured.require(setup);
        BlockingQueue<Picture> pictures = new LinkedBlockingQueue<>(WAITING);
        try (DeskSession session = context.open(setup)) {
            AutoCloseable listening = session.desk().watch(picture -> enqueue(pictures, picture));
            Waiting.forPicture(session.desk(), Waiting::complete, Waiting.READINGS);
            print(pictures);
            listening.close();
            return 0;
        }
    }

    private void print(BlockingQueue<Picture> pictures) {
        long last = -1;
        do {
            for (Picture p = pictures.poll(); p != null; p = pictures.poll()) {
                if (p.tick() > last) {
                    last = p.tick();
                    context.out().println(json ? WatchJson.line(p) : WatchText.line(p));
                }
            }
        } while (!context.out().checkError() && context.pause().pause(PAUSE));
    }

    private static void enqueue(BlockingQueue<Picture> pictures, Picture picture) {
        while (!pictures.offer(picture)) {
            pictures.poll();
        }
    }
}
