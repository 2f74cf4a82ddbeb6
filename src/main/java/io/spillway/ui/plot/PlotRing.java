package io.spillway.ui.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The picture of a plot as a ring of tiles, narrow images of columns side by side: column `k`
/// always lies at `k` modulo their number, so that as time passes only columns that are new or
/// changed are painted, and only the tiles that hold them are drawn anew. JavaFX draws the whole of
/// an image of which one pixel has changed, so the newest columns need a narrow image.
final class PlotRing {
    private static final long UNPAINTED = Long.MIN_VALUE;

    private final Group node = new Group();
    private List<Tile> tiles = List.of();
    private long[] painted = new long[0];
    private @Nullable Sheet sheet;
    private List<PlotSeries> series = List.of();
    private double begin = Double.POSITIVE_INFINITY;
    private double end = Double.NEGATIVE_INFINITY;
    private int width;
    private long first;
    private long count;

    PlotRing() {
        node.setMouseTransparent(true);
    }

    /// What is put into the scene.
    Node node() {
        return node;
    }

    /// A pixel of what is shown, `x` counted from the left edge.
    int argb(int x, int y) {
        int slot = slot(first + x);
        return tiles.get(slot / Tile.WIDTH).raster().get(slot % Tile.WIDTH, y);
    }

    /// How many columns were painted, ever.
    long count() {
        return count;
    }

    /// Shows the columns from `from` on, as many as `columns`.
    void show(Sheet next, List<PlotSeries> data, int columns, long from) {
        Sheet before = sheet;
        boolean resized = before == null || columns != width || next.height() != before.height();
        if (resized) {
            resize(columns, next.height());
        }
        if (!next.equals(before) || !Changes.comparable(series, data)) {
            Arrays.fill(painted, UNPAINTED);
        } else {
            new Changes(next, this::forget).find(series, data);
        }
        boolean moved = from != first;
        sheet = next;
        series = data;
        first = from;
        ColumnPainter painter = new ColumnPainter(next, series);
        forgetLostGap(painter);
        paint(painter);
        if (before == null || resized || moved || next.scale() != before.scale()) {
            place(next.scale());
        }
    }

    private void resize(int columns, int height) {
        width = columns;
        int needed = (columns + Tile.WIDTH - 2) / Tile.WIDTH + 1;
        tiles = Stream.generate(() -> new Tile(height)).limit(needed).toList();
        painted = new long[needed * Tile.WIDTH];
        Arrays.fill(painted, UNPAINTED);
        node.getChildren().setAll(tiles.stream().map(Tile::view).toList());
    }

    private void forget(double from, double to) {
        long begin = (long) Math.floor(from);
        long end = (long) Math.ceil(to);
        if (end - begin >= painted.length) {
            Arrays.fill(painted, UNPAINTED);
            return;
        }
        for (long k = begin; k < end; k++) {
            int slot = slot(k);
            if (painted[slot] == k) {
                painted[slot] = UNPAINTED;
            }
        }
    }

    /// Gaps begin with the first value. When that falls out of the past, what was a gap behind it
    /// is one no more.
    private void forgetLostGap(ColumnPainter painter) {
        double last = Math.max(end, painter.end());
        double from = Math.min(begin, painter.begin());
        double to = Math.min(last, Math.max(begin, painter.begin()));
        if (from < to) {
            forget(from, to);
        }
        begin = painter.begin();
        end = painter.end();
    }

    private void paint(ColumnPainter painter) {
        for (long k = first; k < first + width; k++) {
            int slot = slot(k);
            if (painted[slot] != k) {
                tiles.get(slot / Tile.WIDTH).paint(painter, k, slot % Tile.WIDTH);
                painted[slot] = k;
                count++;
            }
        }
        tiles.forEach(Tile::update);
    }

    private void place(double scale) {
        tiles.forEach(tile -> tile.view().setVisible(false));
        long k = first;
        while (k < first + width) {
            int slot = slot(k);
            int from = slot % Tile.WIDTH;
            int columns = (int) Math.min(Tile.WIDTH - from, first + width - k);
            tiles.get(slot / Tile.WIDTH).place(from, columns, (int) (k - first), scale);
            k += columns;
        }
    }

    private int slot(long k) {
        return Math.floorMod(k, painted.length);
    }
}
