package io.spillway.app.output;

import io.spillway.watch.detect.Detection;
import io.spillway.watch.forecast.Forecast;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// What watch says of a series, a JSON object a line; the fields are described in `docs/cli.md`.
public final class ReplayJson {
    private ReplayJson() {}

    /// A detection.
    public static String line(Detection detection) {
        return Json.line(node(detection));
    }

    static ObjectNode node(Detection detection) {
        ObjectNode node = Json.object();
        Json.time(node, "time", Instant.ofEpochMilli(detection.time()));
        node.put("kind", detection.kind().name().toLowerCase(Locale.ROOT));
        node.put("level", detection.level().name().toLowerCase(Locale.ROOT));
        Json.time(
                node,
                "until",
                detection.until() == 0 ? null : Instant.ofEpochMilli(detection.until()));
        Json.number(node, "value", detection.value());
        Json.number(node, "usual", detection.usual());
        return node;
    }

    /// The forecast of a moment, in seconds.
    public static String line(long time, Forecast forecast) {
        ObjectNode node = Json.object();
        node.put("kind", "forecast");
        Json.time(node, "time", Instant.ofEpochMilli(time));
        range(node, forecast);
        return Json.line(node);
    }

    static void range(ObjectNode node, Forecast forecast) {
        Json.number(node, "low", forecast.low());
        Json.number(node, "mid", forecast.mid());
        Json.number(node, "high", forecast.high());
    }
}
