package io.spillway.ui.plot;

import io.spillway.ui.kit.Words;
import io.spillway.ui.plot.CellStates.PoolCells;
import io.spillway.ui.plot.FleetLayout.Block;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// The words on fleet cells: names and figures of pools, numbers in cells, the legend.
final class CellTexts {
    private static final double NUMBERS_FROM = 16;
    private static final double GAP = 12;
    private static final double SWATCH = 12;

    private final TextPool names;
    private final TextPool figures;
    private final TextPool numbers;
    private final TextPool legend;

    CellTexts(Pane pane) {
        names = new TextPool(pane, "fleet-pool");
        figures = new TextPool(pane, "fleet-figures");
        numbers = new TextPool(pane, "fleet-number");
        legend = new TextPool(pane, "fleet-legend");
    }

    /// Places all words, and paints the swatches of the legend.
    void place(
            FleetCells cells, CellPainter painter, Palette palette, double width, double height) {
        double scale = cells.scale();
        FleetLayout layout = cells.cellLayout();
        names.begin();
        figures.begin();
        numbers.begin();
        for (int p = 0; p < layout.blocks().size(); p++) {
            PoolCells pool = cells.states().pools().get(p);
            Block block = layout.blocks().get(p);
            if (layout.titled()) {
                title(cells, pool, block, scale);
            }
            if (layout.cell() >= NUMBERS_FROM * scale) {
                numbers(cells, pool, block, painter, palette);
            }
        }
        names.end();
        figures.end();
        numbers.end();
        legend(cells.states(), painter, palette, scale, width, height);
    }

    private void title(FleetCells cells, PoolCells pool, Block block, double scale) {
        double x = block.x() / scale;
        double y = block.y() / scale;
        double right = x + block.width() / scale;
        Text name = names.next(pool.name());
        TextPool.place(name, x, y);
        double room = right - x - TextPool.width(name) - GAP;
        List<String> parts = FleetWords.figures(cells.states(), pool, cells.metric());
        Text said = figures.next(String.join(" · ", parts));
        if (TextPool.width(said) > room) {
            said.setText(parts.getFirst());
        }
        said.setVisible(TextPool.width(said) <= room);
        double left = right - TextPool.width(said);
        double drop = TextPool.height(name) - TextPool.height(said);
        TextPool.place(said, left, y + drop - 1);
    }

    private void numbers(
            FleetCells cells, PoolCells pool, Block block, CellPainter painter, Palette palette) {
        double scale = cells.scale();
        FleetLayout layout = cells.cellLayout();
        boolean all = layout.cell() >= CellPainter.NUMBERS_FROM * scale;
        double side = layout.cell() / scale;
        for (int i = 0; i < block.count(); i++) {
            int server = cells.order().server(pool.first() + i);
            CellKind kind = cells.states().kind(server);
            boolean loud = kind.alarm() || kind == CellKind.NEAR;
            if (!loud && !(all && kind == CellKind.NORMAL)) {
                continue;
            }
            Text text =
                    numbers.next(FleetWords.number(cells.metric(), cells.states().value(server)));
            int fill = painter.fill(kind, cells.states().shade(server));
            int ink = Argb.readable(fill, palette.background(), palette.text());
            text.setFill(Argb.paint(ink));
            text.setVisible(TextPool.width(text) <= side);
            TextPool.place(
                    text,
                    layout.x(block, i) / scale + (side - TextPool.width(text)) / 2,
                    layout.y(block, i) / scale + (side - TextPool.height(text)) / 2);
        }
    }

    /// States that occur, then the others, for as long as there is room.
    private static List<CellKind> legend(CellStates states) {
        return Stream.of(CellKind.DRAINED, CellKind.DOWN, CellKind.MAINTENANCE, CellKind.UNSEEN)
                .sorted(Comparator.comparing(kind -> !states.has(kind)))
                .toList();
    }

    private void legend(
            CellStates states,
            CellPainter painter,
            Palette palette,
            double scale,
            double width,
            double height) {
        legend.begin();
        double right = width;
        for (CellKind kind : legend(states)) {
            Text text = legend.next(kind.words());
            double left = right - TextPool.width(text) - SWATCH - 5;
            if (left < 0) {
                text.setVisible(false);
                break;
            }
            double y = height - TextPool.height(text) - 2;
            TextPool.place(text, left + SWATCH + 5, y);
            double middle = y + TextPool.height(text) / 2;
            int top = (int) Math.round((middle - SWATCH / 2) * scale);
            int side = (int) Math.round(SWATCH * scale);
            painter.paint((int) Math.round(left * scale), top, side, kind, 0);
            right = left - GAP;
        }
        boolean night = Argb.luminance(palette.background()) < Argb.luminance(palette.text());
        Text grey = legend.next(Words.of(night ? "plot.grey-night" : "plot.grey-day"));
        grey.setVisible(TextPool.width(grey) <= right);
        TextPool.place(grey, 0, height - TextPool.height(grey) - 2);
        legend.end();
    }
}
