package io.spillway.testing;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/// Whether a screenshot shows the screen of a picture, by where something is drawn and where
/// nothing is: figures and curves may differ, the arrangement may not.
///
/// It is run from its source, by `packaging/room`: `java SameScreen.java SCREENSHOT PICTURE`, where
/// the screenshot is the frame buffer that Xvfb keeps in a file.
final class SameScreen {
    /// Pixels; about a word.
    private static final int TILE = 32;

    /// The part of the height that is looked at, from the top: alarms at the foot push what is
    /// above them together.
    private static final double UPPER = 0.35;

    /// Of 256: words and cells count, grid lines and grounds do not.
    private static final int CONTRAST = 40;

    /// Other screens come to 0.67 at most, an empty one to 0.5, the same with alarms to 0.83 and
    /// more.
    private static final double ALIKE = 0.75;

    private SameScreen() {}

    public static void main(String[] args) throws IOException {
        ByteBuffer shot = ByteBuffer.wrap(Files.readAllBytes(Path.of(args[0])));
        BufferedImage picture = ImageIO.read(new File(args[1]));
        double share = alike(picture, (x, y) -> pixel(shot, x, y));
        System.out.printf("%.0f %% of the screen as in the picture%n", 100 * share);
        System.exit(share >= ALIKE ? 0 : 1);
    }

    /// The share of tiles on which picture and screen agree, of those where either draws something
    /// and those where neither does, each counting half: an empty screen is like no picture.
    static double alike(BufferedImage picture, IntBinaryOperator screen) {
        int[] tiles = new int[2];
        int[] agreed = new int[2];
        for (int y = 0; y + TILE <= UPPER * picture.getHeight(); y += TILE) {
            for (int x = 0; x + TILE <= picture.getWidth(); x += TILE) {
                int drawn = drawn(picture::getRGB, x, y) ? 1 : 0;
                tiles[drawn]++;
                agreed[drawn] += drawn(screen, x, y) == (drawn == 1) ? 1 : 0;
            }
        }
        return (agreed[0] / (double) Math.max(1, tiles[0])
                        + agreed[1] / (double) Math.max(1, tiles[1]))
                / 2;
    }

    private static boolean drawn(IntBinaryOperator pixels, int left, int top) {
        int low = 255;
        int high = 0;
        for (int y = top; y < top + TILE; y++) {
            for (int x = left; x < left + TILE; x++) {
                int green = pixels.applyAsInt(x, y) >> 8 & 0xff;
                low = Math.min(low, green);
                high = Math.max(high, green);
            }
        }
        return high - low > CONTRAST;
    }

    /// A pixel of an X window dump of 24 bits in 32, least significant byte first.
    private static int pixel(ByteBuffer dump, int x, int y) {
        int head = dump.getInt(0);
        int line = dump.getInt(12 * 4);
        int colours = dump.getInt(19 * 4);
        return Integer.reverseBytes(dump.getInt(head + 12 * colours + y * line + 4 * x));
    }
}
