package io.spillway.ui.why;

import io.spillway.desk.Picture;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.OutlookWords;
import io.spillway.ui.kit.Words;
import io.spillway.watch.LoadOutlook;
import io.spillway.watch.Outlook;
import io.spillway.watch.capacity.ServerCapacities;
import io.spillway.watch.detect.Detection;
import io.spillway.watch.detect.Kind;
import io.spillway.watch.detect.Level;
import io.spillway.watch.usual.Band;
import io.spillway.watch.who.Attribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a Picture says of why the load is as it is, in words.
final class WhyModel {
    private final Picture picture;
    private final Outlook outlook;
    private final Optional<Detection> surge;

    WhyModel(Picture picture) {
        this.picture = picture;
        this.outlook = picture.outlook();
        this.surge =
                OutlookWords.lasting(outlook.fleet(), Kind.SURGE)
                        .filter(d -> d.level() != Level.NOTICE);
    }

    /// True while there is something to explain: a surge lasts, or a cause is claimed.
    boolean speaks() {
        boolean blind = picture.state() == Picture.State.BLIND;
        return !blind && (surge.isPresent() || !outlook.why().causes().isEmpty());
    }

    /// What is to be explained: `Surge since 03:20:31`.
    String summary() {
        LoadOutlook fleet = outlook.fleet();
        Optional<Detection> what = surge.or(() -> OutlookWords.lasting(fleet, Kind.COLLAPSE));
        if (what.isPresent()) {
            Detection d = what.get();
            String key = d.kind() == Kind.SURGE ? "why.surge-since" : "why.collapse-since";
            return Words.of(key, Format.clock(Instant.ofEpochMilli(d.time())));
        }
        return Double.isFinite(fleet.load())
                ? Words.of("why.no-surge")
                : Words.of("why.load-not-live");
    }

    /// How far load is off now, empty if that is not known.
    String off() {
        LoadOutlook fleet = outlook.fleet();
        double over = fleet.load() / OutlookWords.usual(fleet, picture.time()) - 1;
        if (!Double.isFinite(over)) {
            return "";
        }
        boolean usual = OutlookWords.isUsual(fleet, picture.time());
        return Format.rate(fleet.load())
                + ", "
                + (usual ? Words.of("why.as-usual") : OutlookWords.off(over));
    }

    List<CauseRow.Item> causes(boolean brief) {
        return outlook.why().causes().stream().map(c -> new CauseRow.Item(c, brief)).toList();
    }

    /// What is said where no cause is claimed, empty where one is.
    String nothing() {
        if (!outlook.why().causes().isEmpty()) {
            return "";
        }
        return surge.isPresent() ? Words.of("why.no-cause") : Words.of("why.nothing-to-explain");
    }

    /// Evidence that no input gives, empty if there is none.
    String notSeen() {
        Attribution why = outlook.why();
        return why.notSeen().isEmpty()
                ? ""
                : Words.of("why.not-seen", String.join(", ", why.notSeen()));
    }

    /// How sure watch is of what it draws, a sentence a line.
    List<String> grounds() {
        if (picture.state() == Picture.State.UNCONFIGURED) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        LoadOutlook fleet = outlook.fleet();
        lines.add(OutlookWords.capacity(fleet.capacity()));
        double shared = fleet.capacity().shared();
        if (shared > fleet.capacity().atLimit()) {
            lines.add(Words.of("why.shared-out", Format.load(shared)));
        }
        lines.add(usual(fleet.usual()));
        lines.add(known(outlook.servers()));
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    private static String usual(Band band) {
        return band.learning()
                ? Words.of("why.usual-learning", OutlookWords.learning(band))
                : Words.of("why.usual-from", band.learntDays());
    }

    private static String known(ServerCapacities servers) {
        int n = servers.atLimit().length;
        int known = 0;
        for (float limit : servers.atLimit()) {
            known += Float.isFinite(limit) ? 1 : 0;
        }
        return n == 0 ? "" : Words.of("why.capacity-known-of", known, n);
    }
}
