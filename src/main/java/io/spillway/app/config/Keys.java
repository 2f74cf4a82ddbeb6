package io.spillway.app.config;

import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Rule;
import java.util.List;

/// Every key a configuration may hold, defined here alone: the reader refuses all others, and the
/// manual is checked against it.
final class Keys {
    /// One kind of mapping in the file.
    ///
    /// @param title as the manual heads it
    /// @param keys in the manual's order
    record Section(String title, List<String> keys) {
        private static Section of(String title, String... keys) {
            return new Section(title, List.of(keys));
        }
    }

    static final Section FILE =
            Section.of(
                    "The file",
                    "site",
                    "language",
                    "theme",
                    "motion",
                    "poll",
                    "metricsPort",
                    "sources",
                    "balancers",
                    "pools",
                    "classes",
                    "gates",
                    "campaigns",
                    "alarms",
                    "operators",
                    "practice");
    static final Section SOURCE =
            Section.of(
                    "sources",
                    "name",
                    "prometheus",
                    "log",
                    "alertmanager",
                    "username",
                    "password",
                    "bearer",
                    "ca",
                    "deadline",
                    "queries",
                    "silences");
    static final Section QUERIES =
            Section.of("queries", "cpu", "requests", "inFlight", "queue", "errors", "latency");
    static final Section QUERY = Section.of("one query", "query", "time");
    static final Section BALANCER =
            Section.of(
                    "balancers",
                    "name",
                    "type",
                    "address",
                    "stats",
                    "username",
                    "password",
                    "bearer",
                    "keyStore",
                    "ca",
                    "serverName",
                    "deadline");
    static final Section KEY_STORE = Section.of("keyStore", "file", "password");
    static final Section POOL =
            Section.of(
                    "pools",
                    "name",
                    "backend",
                    "cpuLimit",
                    "target",
                    "cores",
                    "minInService",
                    "balancers",
                    "match",
                    "standby",
                    "slowStart",
                    "bootTime",
                    "guards",
                    "scale");
    static final Section MATCH = Section.of("match", "by", "label", "pattern");
    static final Section CLASS = Section.of("classes", "name", "matches", "cost");
    static final Section GATES = Section.of("gates", "pool", "maps", "files", "ladder");
    static final Section GATE_FILES =
            Section.of("files of gates", "shed", "limit", "epoch", "sourceCap", "agentCap");
    static final Section RUNG = Section.of("ladder", "name", "admitted");
    static final Section GUARDS =
            Section.of("guards", "mostMoved", "lowestShare", "spare", "mostShed");
    static final Section SCALE =
            Section.of(
                    "scale",
                    "command",
                    "webhook",
                    "username",
                    "password",
                    "bearer",
                    "ca",
                    "kubernetes",
                    "namespace",
                    "kubeconfig",
                    "context",
                    "deadline");
    static final Section OPERATOR = Section.of("operators", "name", "hash", "role");
    static final Section CAMPAIGN = Section.of("campaigns", "name", "start", "end", "load");
    static final Section ALARMS =
            new Section("alarms", DefaultRules.rules().rules().stream().map(Rule::name).toList());
    static final Section ALARM_RULE =
            Section.of(
                    "one alarm rule",
                    "priority",
                    "set",
                    "clear",
                    "high",
                    "onDelay",
                    "offDelay",
                    "reAlarm",
                    "cause",
                    "consequence",
                    "response",
                    "respondWithin",
                    "pools",
                    "servers");
    static final Section LEVELS =
            Section.of(
                    "levels of a pool or a server", "set", "clear", "high", "onDelay", "offDelay");
    static final Section EDITED = Section.of("Edited rules", "alarms");
    static final Section SECRET = Section.of("Secrets", "env", "keyStore", "entry");
    static final Section PRACTICE =
            Section.of("practice", "scenario", "speed", "start", "since", "state");

    /// All of them, in the manual's order.
    static final List<Section> ALL =
            List.of(
                    FILE,
                    SOURCE,
                    QUERIES,
                    QUERY,
                    BALANCER,
                    KEY_STORE,
                    POOL,
                    MATCH,
                    CLASS,
                    GATES,
                    GATE_FILES,
                    RUNG,
                    GUARDS,
                    SCALE,
                    CAMPAIGN,
                    ALARMS,
                    ALARM_RULE,
                    LEVELS,
                    EDITED,
                    OPERATOR,
                    SECRET,
                    PRACTICE);

    private Keys() {}
}
