package io.spillway.ui.why;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.OutlookWords;
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
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

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
            String text = "have background CPU: filter Servers by state:background";
            notes.add(new Note(Format.plural(more, "more server"), text, false, ""));
        }
        return notes;
    }

    private static Note finding(Finding f) {
        String text =
                OutlookWords.background(f)
                        + ", since "
                        + Format.clock(Instant.ofEpochMilli(f.since()));
        return new Note(f.server(), text, false, f.server());
    }

    private static Note announced(Announced a, Instant now) {
        Instant start = Instant.ofEpochMilli(a.campaign().start());
        StringBuilder text = new StringBuilder();
        text.append(start.isAfter(now) ? START.format(start) : "under way");
        text.append(String.format(Locale.ROOT, ": %.1f× usual", a.campaign().factor()));
        if (Double.isFinite(a.load())) {
            text.append(" = ").append(Format.load(a.load()));
        }
        if (Double.isFinite(a.capacity())) {
            text.append(", capacity ").append(Format.load(a.capacity()));
            text.append(a.tooMuch() ? ": too much" : ": fits");
        } else {
            text.append(", capacity not known");
        }
        return new Note(a.campaign().name(), text.toString(), a.tooMuch(), "");
    }
}
