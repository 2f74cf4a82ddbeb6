package io.spillway.app.output;

import io.spillway.action.operator.Operator;
import io.spillway.journal.Event;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// One attempt at more than looking, as the journal keeps it.
///
/// @param operator by the name that was given
/// @param console at which desk
/// @param from `window` or `command line`
/// @param command to the desk, such as `Apply`
/// @param why it was refused, empty if it was not
public record Attempt(
        Instant time,
        String operator,
        String console,
        String from,
        String command,
        boolean allowed,
        String why) {
    /// Kinds of events that are attempts begin like this.
    public static final String ALL = "access.";

    /// The kind of those that were refused.
    public static final String REFUSED = "access.refused";

    /// Reads what the journal keeps of one.
    ///
    /// @param event whose kind begins with [#ALL]
    public static Attempt of(Event event) {
        JsonNode body = Json.MAPPER.readTree(event.body());
        return new Attempt(
                event.time(),
                event.author(),
                event.console(),
                body.path("from").asString(""),
                event.subject(),
                !event.kind().equals(REFUSED),
                body.path("why").asString(""));
    }

    /// True if it was this operator; capitals make no difference.
    public boolean by(String name) {
        return Operator.same(operator, name);
    }
}
