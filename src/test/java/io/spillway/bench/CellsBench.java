package io.spillway.bench;

import io.spillway.bench.TickMeter.Costs;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.plot.FleetCells;
import io.spillway.ui.plot.Palette;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// What a tick costs fleet cells in a panel as the Board has it at 1920x1080: another value for
/// every server. A plain Canvas draws the same cells, one after the other in one process.
public final class CellsBench {
    private static final double WIDTH = 540;
    private static final double HEIGHT = 320;
    private static final int WARM = 500;
    private static final int TICKS = 300;

    private CellsBench() {}

    /// `[--servers N] [--json]`, 10,000 servers if not said otherwise.
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        List<String> words = List.of(arguments);
        boolean json = words.contains("--json");
        int servers = CostText.number(words, "--servers", 10_000);
        FleetData data = FleetData.of(servers, 1_795_000_000_000L);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        Costs canvas = TickMeter.measure(() -> new Plain(data), WARM, TICKS, WIDTH, HEIGHT);
        Costs ours = TickMeter.measure(() -> new Ours(data), WARM, TICKS, WIDTH, HEIGHT);
        System.out.printf(
                Locale.ROOT,
                json
                        ? "{\"servers\":%d,\"ours\":%s,\"canvas\":%s,\"canvasToOurs\":%.1f}%n"
                        : "%d servers%nours    %s%nCanvas  %s%nCanvas takes %.1f times the CPU of"
                                + " ours%n",
                servers,
                CostText.of(ours, json),
                CostText.of(canvas, json),
                canvas.cpu().mean() / ours.cpu().mean());
        Platform.exit();
    }

    private static Pane panel(Region content) {
        content.resize(WIDTH, HEIGHT);
        content.setMinSize(WIDTH, HEIGHT);
        content.setMaxSize(WIDTH, HEIGHT);
        return new Pane(content);
    }

    private static final class Ours implements Contender {
        private final FleetData data;
        private final FleetCells cells = new FleetCells();
        private final Pane panel = panel(cells);

        Ours(FleetData data) {
            this.data = data;
            cells.setPalette(Palette.of(Tokens.of(Theme.NIGHT)));
        }

        @Override
        public Region node() {
            return panel;
        }

        @Override
        public void tick(int tick) {
            cells.setFleet(data.at(tick), Map.of());
        }
    }

    /// A rectangle a server and the name of each pool, the whole drawn anew every tick.
    private static final class Plain implements Contender {
        private static final double TITLE = 22;
        private static final int GREYS = 64;

        private final FleetData data;
        private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
        private final Pane pane = new Pane(canvas);
        private final Color[] greys = new Color[GREYS + 1];
        private final int pitch;

        Plain(FleetData data) {
            this.data = data;
            for (int i = 0; i <= GREYS; i++) {
                greys[i] = Color.gray(0.15 + 0.6 * i / GREYS);
            }
            int largest = 34;
            while (largest > 1 && height(largest) > HEIGHT) {
                largest--;
            }
            pitch = largest;
        }

        private double height(int size) {
            FleetState fleet = data.at(0);
            double height = 0;
            for (Pool pool : fleet.pools()) {
                long n = fleet.servers().stream().filter(s -> s.pool().equals(pool.name())).count();
                height += TITLE + size * Math.ceil(n / Math.floor(WIDTH / size));
            }
            return height;
        }

        @Override
        public Region node() {
            return pane;
        }

        @Override
        public void tick(int tick) {
            FleetState fleet = data.at(tick);
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, WIDTH, HEIGHT);
            double y = 0;
            int perRow = (int) (WIDTH / pitch);
            int i = 0;
            for (Pool pool : fleet.pools()) {
                g.setFill(Color.WHITE);
                g.fillText(pool.name(), 0, y + 14);
                y += TITLE;
                int first = i;
                int size = fleet.servers().size();
                for (; i < size && fleet.servers().get(i).pool().equals(pool.name()); i++) {
                    double x = (i - first) % perRow * pitch;
                    double top = y + (i - first) / perRow * pitch;
                    float value = fleet.value(Metric.CPU, i);
                    g.setFill(greys[(int) (GREYS * Math.clamp(value, 0f, 1f))]);
                    g.fillRect(x, top, Math.max(1, pitch - 1), Math.max(1, pitch - 1));
                }
                y += pitch * Math.ceil((i - first) / (double) perRow);
            }
        }
    }
}
