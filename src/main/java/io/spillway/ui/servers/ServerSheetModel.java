package io.spillway.ui.servers;

import io.spillway.desk.Picture;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Metric;
import io.spillway.fleet.Slot;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.KnobWords;
import io.spillway.ui.kit.OutlookWords;
import io.spillway.ui.kit.Words;
import io.spillway.watch.capacity.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the sheet of one server says.
final class ServerSheetModel {
    private final ServerFacts facts;

    private ServerSheetModel(ServerFacts facts) {
        this.facts = facts;
    }

    /// Of the server of that name; empty if the Picture has none.
    static Optional<ServerSheetModel> of(Picture picture, String name) {
        FactsReader reader = new FactsReader(picture);
        for (int i = 0; i < reader.servers().size(); i++) {
            if (reader.servers().get(i).name().equals(name)) {
                return Optional.of(new ServerSheetModel(reader.facts(i)));
            }
        }
        return Optional.empty();
    }

    /// A fact of the sheet.
    ///
    /// @param what it is about
    /// @param value as written
    /// @param rest said after it, muted; empty for nothing
    /// @param old true if the value is old
    record Line(String what, String value, String rest, boolean old) {
        static Line of(String what, Object value, String rest) {
            return new Line(what, value.toString(), rest, false);
        }
    }

    /// The pool it belongs to.
    String pool() {
        return facts.server().pool();
    }

    /// Where it is and how it stands.
    String where() {
        List<String> parts = new ArrayList<>();
        parts.add(facts.server().address());
        parts.add(facts.server().pool());
        parts.addAll(facts.held().keySet());
        parts.removeIf(String::isEmpty);
        return String.join(" · ", parts);
    }

    /// Its readings.
    List<Line> readings() {
        String limit = Words.of("kit.limit-at", Format.percent(facts.limit()));
        return List.of(
                reading(
                        Words.of("kit.cpu"),
                        Metric.CPU,
                        Format.percent(facts.value(Metric.CPU)),
                        limit),
                reading(
                        Words.of("servers.requests"),
                        Metric.REQUESTS,
                        rate(facts.value(Metric.REQUESTS)),
                        share()),
                reading(Words.of("kit.in-flight"), Metric.IN_FLIGHT, count(Metric.IN_FLIGHT), ""),
                reading(Words.of("kit.queue"), Metric.QUEUE, count(Metric.QUEUE), ""),
                reading(
                        Words.of("servers.latency"),
                        Metric.LATENCY,
                        Format.latency(facts.value(Metric.LATENCY)),
                        ""),
                reading(
                        Words.of("kit.errors"),
                        Metric.ERRORS,
                        Format.percent(facts.value(Metric.ERRORS), 1),
                        ""));
    }

    private Line reading(String what, Metric metric, Object value, String rest) {
        boolean old = facts.old(metric);
        return new Line(what, value.toString(), old ? facts.remark(metric) : rest, old);
    }

    private String count(Metric metric) {
        return Format.count(facts.value(metric));
    }

    private static String rate(double perSecond) {
        return Format.rate(perSecond).toString();
    }

    private String share() {
        return Double.isFinite(facts.share())
                ? Words.of("servers.share-of", facts.shareText(), facts.server().pool())
                : "";
    }

    /// How each balancer holds it, beside what is intended.
    List<Line> truth() {
        List<Line> lines = new ArrayList<>();
        lines.add(
                Line.of(
                        Words.of("kit.intended"),
                        Words.of("servers.weight", facts.intendedText()),
                        ""));
        facts.held().forEach((balancer, slot) -> lines.add(held(balancer, slot)));
        lines.add(Line.of(Words.of("kit.state"), facts.stateText(), ""));
        return lines;
    }

    private static Line held(String balancer, Slot slot) {
        String rest = slot.admin() == AdminState.READY ? "" : KnobWords.state(slot.admin());
        return Line.of(balancer, Words.of("servers.weight", slot.weight()), rest);
    }

    /// What it can carry.
    List<Line> capacity() {
        Ability ability = facts.ability();
        List<Line> lines = new ArrayList<>();
        boolean known = Double.isFinite(ability.atLimit());
        lines.add(
                known
                        ? Line.of(
                                Words.of("servers.at-the-limit"),
                                rate(ability.atLimit()),
                                estimate(ability))
                        : Line.of(
                                Words.of("servers.at-the-limit"),
                                Words.of("kit.not-known"),
                                Words.of("servers.no-figure-yet")));
        double load = facts.value(Metric.REQUESTS);
        boolean live = Double.isFinite(load) && !facts.old(Metric.REQUESTS);
        if (known && live) {
            double room = 1 - load / ability.atLimit();
            lines.add(Line.of(Words.of("servers.headroom"), Format.percent(room), ""));
        }
        lines.add(background(ability));
        return lines;
    }

    private String estimate(Ability ability) {
        String at = Words.of("servers.at-cpu", Format.percent(facts.limit()));
        return Double.isFinite(ability.error())
                ? at + ", ± " + Format.percent(ability.error())
                : at;
    }

    private static Line background(Ability ability) {
        Finding found = ability.finding();
        if (found == null) {
            boolean known = Double.isFinite(ability.background());
            String value =
                    known
                            ? Format.percent(ability.background()).toString()
                            : Words.of("kit.not-known");
            return Line.of(
                    Words.of("servers.background"),
                    value,
                    known ? Words.of("servers.nothing-unusual") : "");
        }
        String rest =
                Words.of(
                        "servers.since-before",
                        Format.clock(Instant.ofEpochMilli(found.since())),
                        Format.percent(found.before()));
        return Line.of(Words.of("servers.background"), Format.percent(found.background()), rest);
    }

    /// The process behind background CPU, in a sentence; empty if nothing was found.
    String finding() {
        Finding found = facts.ability().finding();
        if (found == null) {
            return "";
        }
        if (found.process().isEmpty()) {
            return Words.of("servers.process-not-seen");
        }
        return OutlookWords.process(found) + " " + Words.of("servers.not-traffic");
    }
}
