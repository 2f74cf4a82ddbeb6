package io.spillway.ui.why;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.OutlookWords;
import io.spillway.ui.kit.Words;
import io.spillway.watch.Announced;
import io.spillway.watch.capacity.Finding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What watch knows besides: campaigns to come and CPU that traffic does not bring.
public final class Notes {
    private static final int MOST_FINDINGS = 5;

    private Notes() {}

    /// One of them.
    ///
    /// @param title the campaign or the server
    /// @param text what there is to say
    /// @param grave true if it must not be overlooked
    /// @param server to be looked at, empty if there is none
    public record Note(String title, String text, boolean grave, String server) {}

    /// All of a Picture, campaigns first.
    public static List<Note> of(Picture picture) {
        List<Note> notes = new ArrayList<>();
        picture.outlook().announced().forEach(a -> notes.add(announced(a, picture.time())));
        List<Finding> findings = picture.outlook().findings();
        findings.stream().limit(MOST_FINDINGS).map(Notes::finding).forEach(notes::add);
        int more = findings.size() - MOST_FINDINGS;
        if (more > 0) {
            String text = Words.of("why.have-background");
            notes.add(new Note(Words.of("why.more-servers", more), text, false, ""));
        }
        return notes;
    }

    private static Note finding(Finding f) {
        String text =
                Words.of(
                        "why.since",
                        OutlookWords.background(f),
                        Format.clock(Instant.ofEpochMilli(f.since())));
        return new Note(f.server(), text, false, f.server());
    }

    private static String date(Instant start) {
        return DateTimeFormatter.ofPattern(Words.of("why.date"), Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(start);
    }

    private static Note announced(Announced a, Instant now) {
        Instant start = Instant.ofEpochMilli(a.campaign().start());
        StringBuilder text = new StringBuilder();
        text.append(start.isAfter(now) ? date(start) : Words.of("why.under-way"));
        String factor = String.format(Locale.ROOT, "%.1f", a.campaign().factor());
        text.append(": ").append(Words.of("why.times-usual", factor));
        if (Double.isFinite(a.load())) {
            text.append(" = ").append(Format.load(a.load()));
        }
        if (Double.isFinite(a.capacity())) {
            String fits = a.tooMuch() ? "why.capacity-too-much" : "why.capacity-fits";
            text.append(", ").append(Words.of(fits, Format.load(a.capacity())));
        } else {
            text.append(", ").append(Words.of("why.capacity-not-known"));
        }
        return new Note(a.campaign().name(), text.toString(), a.tooMuch(), "");
    }
}
