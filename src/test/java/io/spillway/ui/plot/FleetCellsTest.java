package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Quality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private static Cells troubled(int... sizes) {
        Cells fleet = new Cells(sizes);
        fleet.cpu(1, 0.96f).cpu(2, 0.85f).quality(4, Quality.OLD).quality(5, Quality.MISSING);
        fleet.slot(6, AdminState.DRAIN, OperState.UP).slot(8, AdminState.READY, OperState.DOWN);
        return fleet;
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
        cells.setFleet(fleet.state());
        Shots.stage(cells, palette, width, height);
        return cells;
    }
}
