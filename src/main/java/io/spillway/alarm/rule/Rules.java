package io.spillway.alarm.rule;

import java.util.List;
import java.util.Optional;

/// Every rule, and where a pool or a server has limits of its own. Immutable.
///
/// @param rules in the order in which they are listed
/// @param own limits of pools and servers; the most special one holds
public record Rules(List<Rule> rules, List<Own> own) {
    /// Limits of a pool or of one server.
    ///
    /// @param rule the rule's name
    /// @param pool the pool's name
    /// @param server the server's name, empty for all of the pool and for the pool itself
    /// @param limits instead of the rule's
    public record Own(String rule, String pool, String server, Limits limits) {}

    public Rules {
        rules = List.copyOf(rules);
        own = List.copyOf(own);
    }

    /// The rule of a name.
    public Optional<Rule> rule(String name) {
        return rules.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /// The limits that hold for a pool or a server.
    ///
    /// @param server empty for the pool itself
    public Limits limits(Rule rule, String pool, String server) {
        Limits found = rule.limits();
        for (Own o : own) {
            boolean here = o.rule().equals(rule.name()) && o.pool().equals(pool);
            if (here && o.server().equals(server) && !server.isEmpty()) {
                return o.limits();
            }
            if (here && o.server().isEmpty()) {
                found = o.limits();
            }
        }
        return found;
    }
}
