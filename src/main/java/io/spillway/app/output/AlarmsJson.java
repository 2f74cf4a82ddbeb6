package io.spillway.app.output;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.AlarmState;
import io.spillway.alarm.Alarms;
import io.spillway.desk.Picture;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Alarms as JSON; the fields are described in `docs/cli.md`.
public final class AlarmsJson {
    private AlarmsJson() {}

    public static String pretty(Picture picture) {
        Alarms alarms = picture.alarms();
        ObjectNode node = Json.object();
        Json.time(node, "time", picture.time());
        node.put("flood", alarms.flood());
        node.put("unacknowledged", alarms.unacknowledged());
        node.put("shelved", alarms.aside(AlarmState.SHELVED));
        node.set("alarms", node(alarms));
        return Json.pretty(node);
    }

    /// Listed ones first, then those put aside.
    static ArrayNode node(Alarms alarms) {
        ArrayNode array = Json.array();
        alarms.listed().forEach(alarm -> array.add(node(alarm)));
        alarms.aside().forEach(alarm -> array.add(node(alarm)));
        return array;
    }

    private static ObjectNode node(Alarm alarm) {
        ObjectNode node = Json.object();
        node.put("id", alarm.id());
        node.put("rule", alarm.rule().name());
        node.put("subject", alarm.subject().key());
        node.put("priority", alarm.priority().word());
        node.put("state", alarm.state().word());
        Json.number(node, "value", alarm.value());
        Json.number(node, "limit", alarm.rule().limits().set());
        Json.time(node, "since", alarm.since() == 0 ? null : time(alarm.since()));
        node.put("title", alarm.rule().title());
        node.put("detail", alarm.detail());
        node.put("parent", alarm.parent());
        node.put("chatters", alarm.chatters());
        Alarm.Acknowledged acknowledged = alarm.acknowledged();
        if (acknowledged != null) {
            ObjectNode by = node.putObject("acknowledged");
            by.put("operator", acknowledged.operator());
            Json.time(by, "time", time(acknowledged.time()));
        }
        Alarm.Shelf shelf = alarm.shelf();
        if (shelf != null) {
            ObjectNode on = node.putObject("shelf");
            on.put("operator", shelf.operator());
            on.put("reason", shelf.reason());
            Json.time(on, "until", shelf.until() == 0 ? null : time(shelf.until()));
        }
        node.put("origin", alarm.origin().kind().name().toLowerCase(Locale.ROOT));
        return node;
    }

    private static Instant time(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
