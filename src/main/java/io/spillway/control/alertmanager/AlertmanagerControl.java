package io.spillway.control.alertmanager;

import io.spillway.control.AlertControl;
import io.spillway.control.ControlException;
import io.spillway.wire.alertmanager.AlertmanagerClient;
import io.spillway.wire.alertmanager.AlertmanagerException;
import io.spillway.wire.alertmanager.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Creates and ends silences at an Alertmanager; every one is read back.
public final class AlertmanagerControl implements AlertControl {
    /// What lies in Alertmanager's past begins now, so that clocks may differ by this much.
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    private final String name;
    private final AlertmanagerClient client;

    /// @param name as configured
    public AlertmanagerControl(String name, AlertmanagerClient client) {
        this.name = name;
        this.client = client;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String silence(
            Map<String, String> labels, Instant now, Instant end, String operator, String reason)
            throws ControlException {
        if (labels.isEmpty() || reason.isBlank() || !end.isAfter(now)) {
            throw new ControlException(
                    "A silence needs an alert with labels, a reason and an end that is to come.");
        }
        String id;
        try {
            id = client.create(labels, now.minus(CLOCKS), end, operator, reason);
        } catch (AlertmanagerException e) {
            String doubt =
                    e.untouched()
                            ? ""
                            : " A silence may have been created all the same: look for one by "
                                    + operator
                                    + " there.";
            throw new ControlException(e.getMessage() + doubt, e);
        }
        try {
            prove(id, labels, end);
        } catch (AlertmanagerException | ControlException e) {
            throw new ControlException(e.getMessage() + " " + takenBack(id), e);
        }
        return id;
    }

    @Override
    public void expire(String id) throws ControlException {
        try {
            client.expire(id);
            Optional<Silence> left = client.await(id, Silence.EXPIRED);
            if (left.isPresent() && !left.get().state().equals(Silence.EXPIRED)) {
                throw new ControlException(
                        "%s still says that silence %s is %s: expire it there, by hand."
                                .formatted(client.place(), id, left.get().state()));
            }
        } catch (AlertmanagerException e) {
            throw new ControlException(
                    e.getMessage() + " Silence " + id + " may be in force still.", e);
        }
    }

    private void prove(String id, Map<String, String> labels, Instant end)
            throws AlertmanagerException, ControlException {
        Optional<Silence> found = client.await(id, Silence.ACTIVE);
        if (found.isEmpty()) {
            throw new ControlException(
                    "%s took silence %s and does not know it: see its log."
                            .formatted(client.place(), id));
        }
        Silence silence = found.get();
        if (!silence.state().equals(Silence.ACTIVE)) {
            throw new ControlException(
                    "%s took silence %s but says that it is %s: compare its clock with ours."
                            .formatted(client.place(), id, silence.state()));
        }
        boolean same = silence.matchers().size() == labels.size();
        same &= Set.copyOf(silence.matchers()).equals(matchers(labels));
        same &= Math.abs(Duration.between(silence.endsAt(), end).toMillis()) <= 1000;
        if (!same) {
            throw new ControlException(
                    "%s made silence %s different from what was asked for: see what stands between."
                            .formatted(client.place(), id));
        }
    }

    private static Set<Silence.Matcher> matchers(Map<String, String> labels) {
        Set<Silence.Matcher> matchers = new HashSet<>();
        labels.forEach(
                (label, value) -> matchers.add(new Silence.Matcher(label, value, false, true)));
        return matchers;
    }

    /// What became of a silence that could not be proved.
    private String takenBack(String id) {
        try {
            expire(id);
            return "It was taken back.";
        } catch (ControlException e) {
            return "It could not be taken back: expire silence " + id + " there, by hand.";
        }
    }
}
