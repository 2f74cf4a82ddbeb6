package io.spillway.app.output;

import io.spillway.desk.Picture;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.detect.Detection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What watch makes of the whole load, a line a tick for people.
public final class WatchText {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private WatchText() {}

    /// On one line.
    public static String line(Picture picture) {
        LoadOutlook fleet = picture.outlook().fleet();
        return CLOCK.format(picture.time())
                + "  "
                + picture.state().word()
                + "  "
                + number(fleet.load())
                + " req/s of "
                + number(fleet.capacity().atLimit())
                + ", "
                + ReplayText.words(fleet.forecast())
                + detections(fleet);
    }

    private static String detections(LoadOutlook load) {
        StringBuilder text = new StringBuilder();
        for (Detection detection : load.detections()) {
            if (detection.until() == 0) {
                text.append(", ")
                        .append(detection.kind().name().toLowerCase(Locale.ROOT))
                        .append(' ')
                        .append(detection.level().name().toLowerCase(Locale.ROOT))
                        .append(" since ")
                        .append(CLOCK.format(Instant.ofEpochMilli(detection.time())));
            }
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "?" : String.format(Locale.ROOT, "%.0f", value);
    }
}
