package io.spillway.ui.plot;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;

/// A few columns of a plot, as an image of their own.
final class Tile {
    /// Columns. A power of two well above the columns of a tick and well below those of a plot.
    static final int WIDTH = 64;

    private final Raster raster;
    private final ImageView view;
    private int left = WIDTH;
    private int right;

    Tile(int height) {
        raster = new Raster(WIDTH, height);
        view = new ImageView(raster.image());
        view.setSmooth(false);
    }

    ImageView view() {
        return view;
    }

    Raster raster() {
        return raster;
    }

    /// Paints column `k` at position `x`; [#update] shows it.
    void paint(ColumnPainter painter, long k, int x) {
        painter.paint(k, raster, x);
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
    }

    /// Shows what was painted, all at once: JavaFX copies the whole image if it is told twice a
    /// pulse.
    void update() {
        if (left < right) {
            raster.update(left, right);
            left = WIDTH;
            right = 0;
        }
    }

    /// Shows `columns` of its columns from `from` on, the first at pixel `at` of the plot.
    void place(int from, int columns, int at, double scale) {
        view.setVisible(true);
        view.setViewport(new Rectangle2D(from, 0, columns, raster.height()));
        view.setX(at / scale);
        view.setFitWidth(columns / scale);
        view.setFitHeight(raster.height() / scale);
    }
}
