package io.spillway.app.config;

import io.spillway.watch.detect.Campaign;
import java.time.Instant;

/// Reads one entry of `campaigns`.
final class CampaignReader {
    private final Mistakes mistakes;

    CampaignReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Campaign read(Node node) {
        Fields fields = new Fields("the campaign", node, Keys.CAMPAIGN, mistakes);
        String name = fields.required("name", "", "Black Friday", Values::any);
        Instant none = Instant.EPOCH;
        Instant start = fields.required("start", none, "2026-11-27T18:00:00Z", Values::instant);
        Instant end = fields.required("end", none, "2026-11-28T00:00:00Z", Values::instant);
        if (!start.equals(none) && !end.equals(none) && !end.isAfter(start)) {
            fields.wrong(
                    "end",
                    "is not after start",
                    "a later time than start",
                    "correct one of the two");
        }
        double factor = fields.required("load", 2.0, "3x", Values::times);
        return new Campaign(name, start.toEpochMilli(), end.toEpochMilli(), factor);
    }
}
