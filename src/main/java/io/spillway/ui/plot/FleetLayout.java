package io.spillway.ui.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where every cell lies, in pixels: one size for all cells, the largest with which the whole fleet
/// is in sight. Pools stand below one another; where that makes cells larger, in several columns.
///
/// @param pitch from cell to cell
/// @param cell the side of a cell
/// @param titled false where there is no room for the pools' names
/// @param blocks one for each pool
record FleetLayout(int pitch, int cell, boolean titled, List<Block> blocks) {
    private static final double LARGEST = 34;
    private static final double TITLE = 22;
    private static final double BELOW = 10;
    private static final double BESIDE = 20;
    private static final int MOST_COLUMNS = 8;

    /// Another column is worth its narrower titles only if cells grow by this factor.
    private static final double WORTH = 1.25;

    /// The place of a pool.
    ///
    /// @param x left edge
    /// @param y upper edge, of the title if there is one
    /// @param grid upper edge of the cells
    /// @param width room for title and cells
    /// @param perRow cells in a row
    /// @param count cells
    record Block(int x, int y, int grid, int width, int perRow, int count) {}

    /// Lays out pools of these sizes.
    ///
    /// @param scale pixels per unit of length
    static FleetLayout of(List<Integer> sizes, int width, int height, double scale) {
        for (boolean titled : new boolean[] {true, false}) {
            FleetLayout best = new FleetLayout(0, 0, titled, List.of());
            for (int columns = 1; columns <= Math.min(MOST_COLUMNS, sizes.size()); columns++) {
                FleetLayout next = of(sizes, width, height, scale, columns, titled);
                best = next.pitch > WORTH * best.pitch ? next : best;
            }
            if (best.pitch > 0) {
                return best;
            }
        }
        return new FleetLayout(1, 1, false, List.of());
    }

    private static FleetLayout of(
            List<Integer> sizes, int width, int height, double scale, int columns, boolean titled) {
        for (int pitch = (int) (LARGEST * scale); pitch >= 1; pitch--) {
            List<Block> blocks =
                    new Attempt(width, height, scale, pitch, columns, titled).fill(sizes);
            if (blocks.size() == sizes.size()) {
                return new FleetLayout(pitch, side(pitch, scale), titled, blocks);
            }
        }
        return new FleetLayout(0, 0, titled, List.of());
    }

    private static int side(int pitch, double scale) {
        double size = pitch / scale;
        double gap = size >= 14 ? 3 : size >= 8 ? 2 : pitch >= 3 ? 1 / scale : 0;
        return Math.max(1, pitch - (int) Math.round(gap * scale));
    }

    /// Where a cell lies.
    ///
    /// @param x left edge
    /// @param y upper edge
    record Spot(Block block, int x, int y) {}

    /// Where the cell at a place lies, places being counted over all pools; null if there is none.
    @Nullable Spot spot(int place) {
        int left = place;
        for (Block block : blocks) {
            if (left < block.count) {
                return new Spot(block, x(block, left), y(block, left));
            }
            left -= block.count;
        }
        return null;
    }

    int x(Block block, int i) {
        return block.x + i % block.perRow * pitch;
    }

    int y(Block block, int i) {
        return block.grid + i / block.perRow * pitch;
    }

    /// The cell of a block at a place, -1 if there is none.
    int at(Block block, double x, double y) {
        int column = (int) Math.floor((x - block.x) / pitch);
        int row = (int) Math.floor((y - block.grid) / pitch);
        int i = row * block.perRow + column;
        boolean inside = column >= 0 && column < block.perRow && row >= 0 && i < block.count;
        return inside ? i : -1;
    }

    /// One try with a size and a number of columns.
    private record Attempt(
            int width, int height, double scale, int pitch, int columns, boolean titled) {
        /// The blocks that find room, in order.
        List<Block> fill(List<Integer> sizes) {
            int beside = columns == 1 ? 0 : (int) Math.round(BESIDE * scale);
            int each = (width - beside * (columns - 1)) / columns;
            int gap = pitch - side(pitch, scale);
            int perRow = (each + gap) / pitch;
            int title = titled ? (int) Math.round(TITLE * scale) : 0;
            int below = (int) Math.round((titled ? BELOW : 2) * scale);
            List<Block> blocks = new ArrayList<>();
            int column = 0;
            int y = 0;
            for (int size : sizes) {
                int rows = perRow < 1 ? height : (size + perRow - 1) / perRow;
                long tall = title + (long) rows * pitch - gap;
                if (y > 0 && y + tall > height) {
                    column++;
                    y = 0;
                }
                if (column == columns || tall > height || perRow < 1) {
                    return blocks;
                }
                blocks.add(new Block(column * (each + beside), y, y + title, each, perRow, size));
                y += (int) tall + below;
            }
            return blocks;
        }
    }
}
