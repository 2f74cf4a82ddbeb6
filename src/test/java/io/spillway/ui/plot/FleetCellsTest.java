package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.alarm.rule.Priority;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.FleetState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Quality;
import io.spillway.fleet.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.event.EventType;
import javafx.scene.AccessibleAttribute;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetCellsTest {
    private static final double WIDTH = 518;
    private static final double HEIGHT = 270;

    @ParameterizedTest
    @CsvSource({"night,1", "day,1", "night,2"})
    void everyServerOfAnyFleetIsInSight(String theme, double scale) {
        Palette palette = theme.equals("day") ? Palettes.DAY : Palettes.NIGHT;
        int[][] fleets = {{10}, {72, 32, 16}, {600, 300, 100}, {6000, 3000, 1000}};
        for (int[] sizes : fleets) {
            Fx.run(() -> {
                Cells fleet = troubled(sizes);
                FleetCells cells = cells(fleet, palette, WIDTH, HEIGHT, scale);
                String name = "fleet-" + fleet.state().servers().size() + "-" + theme;
                Shots.take(cells.getScene(), name + (scale == 2 ? "-2x" : ""), scale);
                assertThat(found(cells)).isEqualTo(fleet.state().servers().size());
            });
        }
    }

    @Test
    void manySmallPoolsStandInColumns() {
        int[] sizes = new int[24];
        Arrays.fill(sizes, 7);
        Fx.run(() -> {
            FleetCells cells = cells(new Cells(sizes), Palettes.NIGHT, WIDTH, HEIGHT, 1);
            Shots.take(cells.getScene(), "fleet-pools");
            assertThat(found(cells)).isEqualTo(24 * 7);
            assertThat(cells.cellLayout().titled()).isTrue();
        });
    }

    @Test
    void colourMeansAnAlarmAndNothingElse() {
        Fx.run(() -> {
            Cells fleet = troubled(10);
            FleetCells cells = cells(fleet, Palettes.NIGHT, WIDTH, HEIGHT, 1);
            PixelReader pixels = Shots.take(cells.getScene(), "colour").getPixelReader();
            for (int i = 0; i < 10; i++) {
                boolean red = saturation(pixels, cells, i) > 0.5;
                assertThat(red).as("cell %d", i).isEqualTo(i == 1);
            }
            cells.setMetric(Metric.REQUESTS);
            pixels = Shots.take(cells.getScene(), "requests").getPixelReader();
            for (int i = 0; i < 10; i++) {
                boolean red = saturation(pixels, cells, i) > 0.5;
                assertThat(red).as("cell %d", i).isEqualTo(i == 1);
            }
        });
    }

    @Test
    void busierIsBrighterByNightAndDarkerByDay() {
        Cells fleet = new Cells(10).cpu(0, 0.1f).cpu(1, 0.4f).cpu(2, 0.7f);
        for (Palette palette : List.of(Palettes.NIGHT, Palettes.DAY)) {
            Fx.run(() -> {
                FleetCells cells = cells(fleet, palette, WIDTH, HEIGHT, 1);
                PixelReader pixels = Shots.take(cells.getScene(), "busy").getPixelReader();
                double low = contrast(pixels, cells, 0, palette);
                double middle = contrast(pixels, cells, 1, palette);
                double high = contrast(pixels, cells, 2, palette);
                assertThat(low).isGreaterThan(1.1).isLessThan(middle);
                assertThat(middle).isLessThan(high);
            });
        }
    }

    @Test
    void oneOverloadedServerAmongTenThousandCanBeSeen() {
        Fx.run(() -> {
            Cells fleet = new Cells(6_000, 3_000, 1_000).cpu(7_777, 0.97f);
            FleetCells cells = cells(fleet, Palettes.NIGHT, WIDTH, HEIGHT, 1);
            assertThat(red(cells)).isBetween(16, 64);
            cells.search("api-");
            cells.chooseFound();
            assertThat(red(cells)).isBetween(9, 36);
        });
    }

    private static int red(FleetCells cells) {
        PixelReader pixels = Shots.take(cells.getScene(), "needle").getPixelReader();
        int red = 0;
        for (int y = 0; y < HEIGHT - 28; y++) {
            for (int x = 0; x < WIDTH; x++) {
                red += pixels.getArgb(x, y) == Palettes.NIGHT.p1() ? 1 : 0;
            }
        }
        return red;
    }

    @Test
    void mouseAndKeysChooseServers() {
        List<String> opened = new ArrayList<>();
        List<List<String>> chosen = new ArrayList<>();
        Fx.run(() -> {
            FleetCells cells = cells(new Cells(10), Palettes.NIGHT, WIDTH, HEIGHT, 1);
            cells.setOnServer(server -> opened.add(server.name()));
            cells.setOnChosen(all -> chosen.add(all.stream().map(Server::name).toList()));
            click(cells, 40, 30, 1);
            click(cells, 40, 30, 2);
            cells.fireEvent(Events.key(KeyCode.RIGHT));
            cells.fireEvent(Events.key(KeyCode.SPACE));
            cells.fireEvent(Events.key(KeyCode.ENTER));
            click(cells, 40, 200, 1);
        });
        assertThat(opened).containsExactly("web-002", "web-003");
        assertThat(chosen)
                .containsExactly(List.of("web-002"), List.of("web-002", "web-003"), List.of());
    }

    private static void click(FleetCells cells, double x, double y, int clicks) {
        cells.fireEvent(Events.mouse(MouseEvent.MOUSE_PRESSED, x, y, clicks));
        cells.fireEvent(Events.mouse(MouseEvent.MOUSE_CLICKED, x, y, clicks));
    }

    @Test
    void aRectangleChoosesWhatItTouches() {
        List<Server> chosen = new ArrayList<>();
        Fx.run(() -> {
            FleetCells cells = cells(new Cells(40), Palettes.NIGHT, WIDTH, HEIGHT, 1);
            cells.setOnChosen(all -> {
                chosen.clear();
                chosen.addAll(all);
            });
            cells.fireEvent(Events.mouse(MouseEvent.MOUSE_PRESSED, 40, 30, 0));
            cells.fireEvent(Events.mouse(MouseEvent.MOUSE_DRAGGED, 110, 70, 0));
            cells.fireEvent(Events.mouse(MouseEvent.MOUSE_RELEASED, 110, 70, 0));
            cells.fireEvent(Events.mouse(MouseEvent.MOUSE_CLICKED, 110, 70, 1));
            Shots.take(cells.getScene(), "fleet-chosen");
        });
        assertThat(chosen)
                .extracting(Server::name)
                .containsExactly("web-002", "web-003", "web-004", "web-017", "web-018", "web-019");
    }

    @Test
    void aDragEndsWhenTheFleetChanges() {
        List<String> chosen = new ArrayList<>();
        Fx.run(() -> {
            FleetCells cells = cells(new Cells(5, 40), Palettes.NIGHT, WIDTH, HEIGHT, 1);
            cells.setOnChosen(all -> {
                chosen.clear();
                all.forEach(server -> chosen.add(server.name()));
            });
            FleetLayout.Spot first = Objects.requireNonNull(cells.cellLayout().spot(6));
            FleetLayout.Spot second = Objects.requireNonNull(cells.cellLayout().spot(8));
            click(cells, first.x() + 5, first.y() + 5, 1);
            press(cells, MouseEvent.MOUSE_PRESSED, second.x() + 5, second.y() + 5);
            press(cells, MouseEvent.MOUSE_DRAGGED, second.x() + 10, second.y() + 5);
            assertThat(chosen).containsExactly("api-002", "api-004");
            cells.setFleet(new Cells(2, 40).state(), Map.of());
            press(cells, MouseEvent.MOUSE_DRAGGED, 510, 230);
            press(cells, MouseEvent.MOUSE_RELEASED, 510, 230);
            press(cells, MouseEvent.MOUSE_CLICKED, 510, 230);
            assertThat(chosen).containsExactly("api-002", "api-004");
            // The keys stand where they stood, on the last that was clicked.
            cells.fireEvent(Events.key(KeyCode.SPACE));
            assertThat(chosen).containsExactly("api-004");
            // A new one may begin before the cells are laid out anew.
            cells.fireEvent(Events.mouse(MouseEvent.MOUSE_PRESSED, 0, 0, 0));
            cells.fireEvent(Events.mouse(MouseEvent.MOUSE_DRAGGED, 510, 230, 0));
        });
        assertThat(chosen).hasSize(42);
    }

    private static void press(FleetCells cells, EventType<MouseEvent> what, double x, double y) {
        cells.fireEvent(Events.control(what, x, y));
    }

    @Test
    void cellsKeepTheirPlacesWhileSomeAreChosen() {
        Fx.run(() -> {
            FleetCells cells = cells(new Cells(4).cpu(2, 0.8f), Palettes.NIGHT, WIDTH, HEIGHT, 1);
            cells.setWorstFirst(true);
            assertThat(cells.order().server(0)).isEqualTo(2);
            cells.search("web-002");
            cells.chooseFound();
            cells.setFleet(new Cells(4).cpu(0, 0.85f).state(), Map.of());
            assertThat(cells.order().server(0)).isEqualTo(2);
            cells.chooseNone();
            cells.setFleet(new Cells(4).cpu(0, 0.85f).state(), Map.of());
            assertThat(cells.order().server(0)).isZero();
        });
    }

    @Test
    void whatIsNotLookedForFades() {
        Fx.run(() -> {
            FleetCells cells = cells(new Cells(10), Palettes.NIGHT, WIDTH, HEIGHT, 1);
            PixelReader before = Shots.take(cells.getScene(), "plain").getPixelReader();
            assertThat(cells.search("web-004")).isEqualTo(1);
            PixelReader after = Shots.take(cells.getScene(), "fleet-found").getPixelReader();
            double faded = contrast(after, cells, 2, Palettes.NIGHT);
            assertThat(faded).isLessThan(contrast(before, cells, 2, Palettes.NIGHT) - 0.5);
            assertThat(middle(after, cells, 3)).isEqualTo(middle(before, cells, 3));
        });
    }

    @Test
    void whoHearsTheCellsHearsTheFleet() {
        Fx.run(() -> {
            FleetCells cells = cells(troubled(20, 5), Palettes.NIGHT, WIDTH, HEIGHT, 1);
            String words = (String) cells.queryAccessibleAttribute(AccessibleAttribute.TEXT);
            assertThat(words.replace('\u2009', ' '))
                    .startsWith("25 servers in 2 pools. web: 20, CPU max 96 %, headroom −6 %")
                    .contains("2 without live data", "1 high alarm")
                    .contains("1 drained, 1 down. api: 5, CPU max");
        });
    }

    @Test
    void aFleetThatShrinksUnderTheMouseIsNoTrouble() {
        Fx.run(() -> {
            FleetCells cells = cells(new Cells(10), Palettes.NIGHT, WIDTH, HEIGHT, 1);
            cells.fireEvent(Events.mouse(MouseEvent.MOUSE_MOVED, 300, 30, 0));
            cells.fireEvent(Events.mouse(MouseEvent.MOUSE_CLICKED, 300, 30, 1));
            cells.setFleet(new Cells(2).state(), Map.of());
            cells.getScene().getRoot().layout();
            cells.setFleet(new Cells().state(), Map.of());
            cells.getScene().getRoot().layout();
            assertThat(found(cells)).isZero();
        });
    }

    private static int middle(PixelReader pixels, FleetCells cells, int i) {
        FleetLayout layout = cells.cellLayout();
        FleetLayout.Block block = layout.blocks().getFirst();
        return pixels.getArgb(layout.x(block, i) + 4, layout.y(block, i) + 4);
    }

    private static double saturation(PixelReader pixels, FleetCells cells, int i) {
        return Argb.paint(middle(pixels, cells, i)).getSaturation();
    }

    private static double contrast(PixelReader pixels, FleetCells cells, int i, Palette palette) {
        return Argb.contrast(middle(pixels, cells, i), palette.background());
    }

    private static Cells troubled(int... sizes) {
        Cells fleet = new Cells(sizes);
        fleet.cpu(1, 0.96f).cpu(2, 0.85f).quality(4, Quality.OLD).quality(5, Quality.MISSING);
        fleet.slot(6, AdminState.DRAIN, OperState.UP).slot(8, AdminState.READY, OperState.DOWN);
        return fleet;
    }

    /// Servers above 90 % are in alarm.
    private static Map<String, Priority> alarms(Cells fleet) {
        Map<String, Priority> alarms = new HashMap<>();
        FleetState state = fleet.state();
        for (int i = 0; i < state.servers().size(); i++) {
            if (state.value(Metric.CPU, i) > 0.9f) {
                Server s = state.servers().get(i);
                alarms.put(s.pool() + "/" + s.name(), Priority.HIGH);
            }
        }
        return alarms;
    }

    private static int found(FleetCells cells) {
        List<Integer> seen = new ArrayList<>();
        for (double y = 0; y < HEIGHT; y += 0.5) {
            for (double x = 0; x < WIDTH; x += 0.5) {
                seen.add(cells.at(x, y));
            }
        }
        return (int) seen.stream().filter(i -> i >= 0).distinct().count();
    }

    static FleetCells cells(
            Cells fleet, Palette palette, double width, double height, double scale) {
        FleetCells cells = new FleetCells();
        cells.setPalette(palette);
        cells.setRenderScale(scale);
        cells.setFleet(fleet.state(), alarms(fleet));
        Shots.stage(cells, palette, width, height);
        return cells;
    }
}
