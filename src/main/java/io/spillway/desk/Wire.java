package io.spillway.desk;

import io.spillway.alarm.OperatorAct;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// What passes over a desk's socket: one JSON request a line, one or more JSON answers.
final class Wire {
    static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addMixIn(Command.class, CommandTypes.class)
                    .addMixIn(OperatorAct.class, CommandTypes.class)
                    .addMixIn(PlanRequest.class, CommandTypes.class)
                    .build();

    private Wire() {}

    /// A request.
    ///
    /// @param ask `picture` (one answer), `watch` (a Picture a tick) or `send` (one [Reply])
    /// @param command for `send`
    record Request(String ask, @Nullable Command command) {}

    /// Names for the commands on the wire.
    @com.fasterxml.jackson.annotation.JsonTypeInfo(
            use = com.fasterxml.jackson.annotation.JsonTypeInfo.Id.SIMPLE_NAME)
    private interface CommandTypes {}
}
