package io.spillway.watch.who;

import io.spillway.fleet.KeyRate;
import io.spillway.fleet.KeyRate.Dimension;
import io.spillway.fleet.LoggedRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which evidence the inputs give at all.
final class Seen {
    private final Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    private boolean log;
    private boolean referers;
    private boolean agents;
    private boolean paths;
    private boolean statuses;

    void log(LoggedRequest request) {
        log = true;
        referers |= !request.referer().isEmpty();
        agents |= !request.userAgent().isEmpty();
        paths |= !request.path().isEmpty();
        statuses |= request.status() > 0;
    }

    void keys(List<KeyRate> keys) {
        for (KeyRate key : keys) {
            dimensions.add(key.dimension());
        }
    }

    boolean hasLog() {
        return log;
    }

    /// What no input gives, each as a short phrase.
    ///
    /// @param past true if the log reaches back before the surge
    List<String> notSeen(boolean past) {
        List<String> missing = new ArrayList<>();
        if (!log) {
            missing.add("referers and paths: no access log is configured");
            missing.add("new visitors: no access log is configured");
            if (!dimensions.contains(Dimension.SOURCE)) {
                missing.add("sources: no stick table is read");
            }
            if (!dimensions.contains(Dimension.USER_AGENT)) {
                missing.add("user agents: neither a log nor a stick table is read");
            }
            missing.add("campaign or plain growth: only referers tell them apart");
            return missing;
        }
        if (!past) {
            missing.add("what was usual: the log does not reach back before the surge");
        }
        if (!referers) {
            missing.add("referers: the log's lines carry none");
        }
        if (!agents) {
            missing.add("user agents: the log's lines carry none");
        }
        if (!paths) {
            missing.add("paths: the log's lines carry none");
        }
        if (!statuses) {
            missing.add("answers: the log's lines carry no status");
        }
        if (!dimensions.contains(Dimension.REQUEST_CLASS)) {
            missing.add("request classes: no stick table is read");
        }
        missing.add("cookies: the log has no such field");
        missing.add("countries and network owners: addresses are not looked up");
        return missing;
    }
}
