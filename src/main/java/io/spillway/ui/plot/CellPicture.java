package io.spillway.ui.plot;

import io.spillway.ui.plot.FleetLayout.Block;

/// Paints all cells of a fleet.
///
/// @param painter of cells
/// @param scale pixels per unit of length
record CellPicture(
        CellPainter painter,
        double scale,
        FleetLayout layout,
        CellStates states,
        CellOrder order,
        CellMarks marks) {
    private static final double SMALLEST_HOT = 6;

    /// What is done with the cell of a server.
    private interface Stroke {
        void at(int server, int x, int y);
    }

    /// Paints them. An alarm must be found among ten thousand cells of two pixels: its cells are
    /// never smaller than can be seen, and lie above their neighbours.
    void paint() {
        int cell = layout.cell();
        int hot = Math.max(cell, (int) Math.round(SMALLEST_HOT * scale));
        int shift = (cell - hot) / 2;
        each((server, x, y) -> {
            CellKind kind = states.kind(server);
            if (!kind.alarm()) {
                double shade = kind == CellKind.NORMAL ? states.shade(server) : 0;
                painter.paint(x, y, cell, kind, shade);
                if (marks.searching() && !marks.isFound(server)) {
                    painter.fade(x, y, cell);
                }
            }
        });
        if (states.alarm()) {
            each((server, x, y) -> {
                CellKind kind = states.kind(server);
                if (kind.alarm()) {
                    painter.paint(x + shift, y + shift, hot, kind, 0);
                }
            });
        }
        if (marks.searching() || !marks.none()) {
            each((server, x, y) -> {
                boolean chosen = marks.isChosen(server);
                CellKind kind = states.kind(server);
                if (chosen && kind.alarm() && !painter.frames(cell)) {
                    painter.ring(x + shift, y + shift, hot, kind);
                } else if (chosen || marks.isFound(server)) {
                    painter.frame(x, y, cell, chosen);
                }
            });
        }
    }

    private void each(Stroke stroke) {
        for (int p = 0; p < layout.blocks().size(); p++) {
            Block block = layout.blocks().get(p);
            int place = states.pools().get(p).first();
            int end = place + block.count();
            for (int y = block.grid(); place < end; y += layout.pitch()) {
                int x = block.x();
                for (int i = 0; i < block.perRow() && place < end; i++, x += layout.pitch()) {
                    stroke.at(order.server(place++), x, y);
                }
            }
        }
    }
}
