package io.spillway.ui.plot;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;

/// The picture of a plot as a ring of columns: column `k` always lies at `k` modulo the width, so
/// that as time passes only columns that are new or changed are painted. It is shown in two pieces.
final class PlotRing {
    private static final long UNPAINTED = Long.MIN_VALUE;

    private final ImageView head = new ImageView();
    private final ImageView tail = new ImageView();
    private final Group node = new Group(head, tail);
    private Raster raster = new Raster(1, 1);
    private long[] painted = new long[1];
    private @Nullable Sheet sheet;
    private List<PlotSeries> series = List.of();
    private double begin = Double.POSITIVE_INFINITY;
    private double end = Double.NEGATIVE_INFINITY;
    private long count;

    PlotRing() {
        head.setSmooth(false);
        tail.setSmooth(false);
        node.setMouseTransparent(true);
    }

    /// What is put into the scene.
    Node node() {
        return node;
    }

    Raster raster() {
        return raster;
    }

    /// How many columns were painted, ever.
    long count() {
        return count;
    }

    /// Shows the columns from `first` on, as many as `width`.
    void show(Sheet next, List<PlotSeries> data, int width, long first) {
        if (width != raster.width() || next.height() != raster.height()) {
            resize(width, next.height());
        }
        if (!next.equals(sheet) || !Changes.comparable(series, data)) {
            Arrays.fill(painted, UNPAINTED);
        } else {
            new Changes(next, this::forget).find(series, data);
        }
        sheet = next;
        series = List.copyOf(data);
        ColumnPainter painter = new ColumnPainter(next, series);
        forgetLostGap(painter);
        paint(painter, first);
        place(first, next.scale());
    }

    private void resize(int width, int height) {
        raster = new Raster(width, height);
        painted = new long[width];
        Arrays.fill(painted, UNPAINTED);
        head.setImage(raster.image());
        tail.setImage(raster.image());
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

    private void paint(ColumnPainter painter, long first) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (long k = first; k < first + painted.length; k++) {
            int slot = slot(k);
            if (painted[slot] != k) {
                painter.paint(k, raster, slot);
                painted[slot] = k;
                count++;
                left = Math.min(left, slot);
                right = Math.max(right, slot + 1);
            }
        }
        if (left < right) {
            raster.update(left, right);
        }
    }

    private void place(long first, double scale) {
        int cut = slot(first);
        int width = raster.width();
        piece(head, 0, cut, width - cut, scale);
        piece(tail, width - cut, 0, cut, scale);
    }

    private void piece(ImageView view, int at, int from, int width, double scale) {
        view.setVisible(width > 0);
        view.setViewport(new Rectangle2D(from, 0, Math.max(1, width), raster.height()));
        view.setX(at / scale);
        view.setFitWidth(Math.max(1, width) / scale);
        view.setFitHeight(raster.height() / scale);
    }

    private int slot(long k) {
        return Math.floorMod(k, painted.length);
    }
}
