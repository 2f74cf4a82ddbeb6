package io.spillway.app;

import io.spillway.app.cli.NoDisplayException;
import io.spillway.app.cli.WallDisplay;
import io.spillway.app.cli.WallRequest;
import io.spillway.app.wall.Supervisor;
import io.spillway.app.wall.WallRun;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntFunction;
import javafx.application.Platform;

/// The wall, on the display.
final class FxWall implements WallDisplay {
    private final InstantSource clock;

    /// @param clock real time
    FxWall(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public int show(WallRequest request) throws NoDisplayException {
        FxToolkit.onDisplay(FxToolkit.begin());
        int code = new WallRun(request, clock).run(FxLanguage::speak);
        // On a signal the toolkit ends by itself, and whoever asks it to end as well may wait long.
        if (!Thread.currentThread().isInterrupted()) {
            Platform.exit();
        }
        return code;
    }

    @Override
    public int supervise(IntFunction<List<String>> line) {
        return new Supervisor(line, Supervisor.Patience.USUAL).run();
    }
}
