package io.spillway.app.output;

import io.spillway.desk.Picture;
import io.spillway.watch.Announced;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.Outlook;
import io.spillway.watch.capacity.Capacity;
import io.spillway.watch.capacity.Finding;
import io.spillway.watch.usual.Band;
import io.spillway.watch.who.Attribution;
import io.spillway.watch.who.Cause;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What watch makes of a [Picture], as JSON; the fields are described in `docs/cli.md`.
public final class WatchJson {
    private WatchJson() {}

    /// On one line.
    public static String line(Picture picture) {
        ObjectNode node = Json.object();
        Json.time(node, "time", picture.time());
        node.put("tick", picture.tick());
        node.put("state", picture.state().word());
        node.setAll(node(picture.outlook(), picture.time().toEpochMilli()));
        return Json.line(node);
    }

    private static ObjectNode node(Outlook outlook, long now) {
        ObjectNode node = Json.object();
        node.set("fleet", load(outlook.fleet(), now));
        ArrayNode pools = node.putArray("pools");
        outlook.pools().forEach(p -> pools.add(load(p, now)));
        ArrayNode findings = node.putArray("findings");
        outlook.findings().forEach(f -> findings.add(finding(f)));
        node.set("why", why(outlook.why()));
        ArrayNode announced = node.putArray("announced");
        outlook.announced().forEach(a -> announced.add(announced(a)));
        return node;
    }

    private static ObjectNode load(LoadOutlook load, long now) {
        ObjectNode node = Json.object();
        if (!load.subject().isEmpty()) {
            node.put("pool", load.subject());
        }
        Json.number(node, "load", load.load());
        node.set("usual", usual(load.usual(), now));
        node.set("capacity", capacity(load.capacity()));
        Json.number(node, "headroom", load.headroom());
        ObjectNode forecast = node.putObject("forecast");
        forecast.put("sight", word(load.forecast().sight()));
        ReplayJson.range(forecast, load.forecast());
        ArrayNode detections = node.putArray("detections");
        load.detections().forEach(d -> detections.add(ReplayJson.node(d)));
        return node;
    }

    private static ObjectNode usual(Band band, long now) {
        ObjectNode node = Json.object();
        int at = band.index(now);
        boolean known = at >= 0 && at < band.mid().length;
        Json.number(node, "low", known ? band.low()[at] : Float.NaN);
        Json.number(node, "mid", known ? band.mid()[at] : Float.NaN);
        Json.number(node, "high", known ? band.high()[at] : Float.NaN);
        node.put("learntDays", band.learntDays()).put("wantedDays", band.wantedDays());
        return node;
    }

    private static ObjectNode capacity(Capacity capacity) {
        ObjectNode node = Json.object();
        Json.number(node, "atLimit", capacity.atLimit());
        Json.number(node, "full", capacity.full());
        Json.number(node, "shared", capacity.shared());
        node.put("confidence", word(capacity.confidence()));
        node.put("why", capacity.why());
        return node;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = Json.object();
        node.put("pool", finding.pool()).put("server", finding.server());
        Json.number(node, "background", finding.background());
        Json.number(node, "before", finding.before());
        Json.time(node, "since", Instant.ofEpochMilli(finding.since()));
        node.put("process", finding.process().isEmpty() ? null : finding.process());
        Json.number(node, "processCpu", finding.processCpu());
        return node;
    }

    private static ObjectNode why(Attribution why) {
        ObjectNode node = Json.object();
        ArrayNode causes = node.putArray("causes");
        for (Cause cause : why.causes()) {
            ObjectNode one = causes.addObject();
            one.put("kind", word(cause.kind())).put("confidence", word(cause.confidence()));
            Json.number(one, "share", cause.share());
            one.set("evidence", Json.strings(cause.evidence()));
        }
        node.set("notSeen", Json.strings(why.notSeen()));
        return node;
    }

    private static ObjectNode announced(Announced announced) {
        ObjectNode node = Json.object();
        node.put("name", announced.campaign().name());
        Json.time(node, "start", Instant.ofEpochMilli(announced.campaign().start()));
        Json.time(node, "end", Instant.ofEpochMilli(announced.campaign().end()));
        node.put("factor", announced.campaign().factor());
        Json.number(node, "load", announced.load());
        Json.number(node, "capacity", announced.capacity());
        node.put("tooMuch", announced.tooMuch());
        return node;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
