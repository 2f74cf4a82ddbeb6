package io.spillway.desk;

import io.spillway.action.Drift;
import io.spillway.action.Lease;
import io.spillway.fleet.Condition;
import io.spillway.fleet.Condition.Kind;
import io.spillway.fleet.SourceHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes facts about the console and its acts out of what the desk knows. The desk's thread only.
final class Conditions {
    /// A lease says this long before its end that it ends.
    private static final Duration NOTICE = Duration.ofMinutes(5);

    private final long started;
    private final Map<String, Long> since = new LinkedHashMap<>();

    /// @param started when the desk began, epoch milliseconds
    Conditions(long started) {
        this.started = started;
    }

    /// Everything that is the case at a tick.
    ///
    /// @param poll the polling interval in the desk's time, milliseconds
    /// @param unwritten a sentence if what happens cannot be written down, else empty
    /// @param mute a sentence if no sound can be heard, else empty
    List<Condition> of(
            long now,
            long poll,
            List<Poller> pollers,
            Join join,
            Acts.Book book,
            String unwritten,
            String mute) {
        List<Condition> found = new ArrayList<>();
        for (Poller poller : pollers) {
            blind(found, poller.health(), join, now, poll);
            skew(found, poller, now);
        }
        book.leases().forEach(lease -> lease(found, lease, now));
        drifts(found, book.drifts(), now);
        String trouble = book.trouble().isEmpty() ? unwritten : book.trouble();
        console(found, Kind.JOURNAL_NOT_WRITABLE, trouble, now);
        console(found, Kind.NO_SOUND_DEVICE, mute, now);
        since.keySet().retainAll(found.stream().map(Conditions::key).toList());
        return found;
    }

    private void blind(List<Condition> found, SourceHealth health, Join join, long now, long poll) {
        long begun = join.blindSince(health.name(), now, poll);
        if (begun == 0 && !health.ok()) {
            long last = health.lastSuccess() == 0 ? started : health.lastSuccess();
            long patience = Cell.blindAfter(poll);
            begun = now - last >= patience ? last + patience : 0;
        }
        if (begun > 0) {
            found.add(new Condition(Kind.BLIND, health.name(), 1, begun, health.message()));
        }
    }

    private void skew(List<Condition> found, Poller poller, long now) {
        Duration skew = poller.clockSkew();
        if (skew != null && !skew.isZero()) {
            String text = "its clock is " + (skew.isNegative() ? "behind" : "ahead");
            add(found, Kind.CLOCK_SKEW, poller.name(), skew.abs().toMillis() / 1000.0, now, text);
        }
    }

    private void lease(List<Condition> found, Lease lease, long now) {
        if (lease.state() == Lease.State.INTERRUPTED) {
            add(found, Kind.WEIGHTS_REFUSED, lease.id(), 1, now, lease.message());
        }
        Instant ends = lease.endsAt();
        if (lease.state() == Lease.State.ACTIVE && ends != null) {
            long left = ends.toEpochMilli() - now;
            if (left <= NOTICE.toMillis()) {
                String text = lease.kind() + " of " + lease.pool() + " by " + lease.operator();
                add(found, Kind.LEASE_ENDING, lease.id(), left / 1000.0, now, text);
            }
        }
    }

    private void drifts(List<Condition> found, List<Drift> drifts, long now) {
        Map<String, List<Drift>> byBalancer = new LinkedHashMap<>();
        drifts.forEach(
                d -> byBalancer.computeIfAbsent(d.balancer(), b -> new ArrayList<>()).add(d));
        byBalancer.forEach((balancer, all) ->
                add(found, Kind.DRIFT, balancer, all.size(), now, all.getFirst().cause()));
    }

    private void console(List<Condition> found, Kind kind, String trouble, long now) {
        if (!trouble.isEmpty()) {
            add(found, kind, "", 1, now, trouble);
        }
    }

    private void add(
            List<Condition> found, Kind kind, String subject, double value, long now, String text) {
        Condition fresh = new Condition(kind, subject, value, now, text);
        long begun = since.computeIfAbsent(key(fresh), k -> now);
        found.add(new Condition(kind, subject, value, begun, text));
    }

    private static String key(Condition condition) {
        return condition.kind() + " " + condition.subject();
    }
}
