package io.spillway.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.ui.plot.FleetLayout.Block;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FleetLayoutTest {
    @Property(tries = 60)
    void cellsLieSideBySideInSightAndInOrder(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 700) Integer> sizes,
            @ForAll @IntRange(min = 300, max = 1_100) int width,
            @ForAll @IntRange(min = 200, max = 700) int height,
            @ForAll @IntRange(min = 1, max = 2) int scale) {
        int wide = width * scale;
        int high = height * scale;
        FleetLayout layout = FleetLayout.of(sizes, wide, high, scale);
        assertThat(layout.blocks()).extracting(Block::count).isEqualTo(sizes);
        assertThat(layout.cell()).isLessThanOrEqualTo(layout.pitch());
        Set<Long> places = new HashSet<>();
        int place = 0;
        for (Block block : layout.blocks()) {
            long before = -1;
            for (int i = 0; i < block.count(); i++, place++) {
                int x = layout.x(block, i);
                int y = layout.y(block, i);
                assertThat(x).isBetween(0, wide - layout.cell());
                assertThat(y).isBetween(0, high - layout.cell());
                long reading = (long) y * wide + x;
                assertThat(reading).isGreaterThan(before);
                before = reading;
                places.add(reading);
                assertThat(layout.at(block, x + 0.5, y + 0.5)).isEqualTo(i);
                assertThat(layout.spot(place)).isEqualTo(new FleetLayout.Spot(block, x, y));
            }
        }
        // Cells of one size whose corners differ by at least the pitch cannot overlap.
        assertThat(places).hasSize(place);
        assertThat(layout.spot(place)).isNull();
    }

    @Example
    void tenThousandServersAreInSightOnTheSmallestScreen() {
        FleetLayout layout = FleetLayout.of(List.of(6_000, 3_000, 1_000), 330, 180, 1);
        assertThat(layout.blocks()).hasSize(3);
        assertThat(layout.cell()).isPositive();
    }
}
