package io.spillway.ui;

import java.util.List;
import java.util.function.Consumer;

/// Connects a fleet from the first screen. Calls do not block; answers come on the FX thread.
public interface FleetConnector {
    /// Where a fleet is, as somebody typed it.
    ///
    /// @param prometheus base address of a metrics engine; empty for none
    /// @param haproxy address of a Runtime API; empty for none
    record Addresses(String prometheus, String haproxy) {}

    /// What trying one address brought.
    ///
    /// @param good false if it does not do what it is needed for
    /// @param sentence what was found, or what is wrong and what to do
    record Finding(boolean good, String sentence) {}

    /// What trying all of them brought.
    ///
    /// @param enough true if a fleet can be watched with what was found
    record Findings(List<Finding> list, boolean enough) {
        public Findings {
            list = List.copyOf(list);
        }
    }

    /// Tries the addresses and changes nothing there.
    void check(Addresses addresses, Consumer<Findings> answer);

    /// Writes a configuration for what the last check found, and goes on with it.
    ///
    /// @param file where to; none may be there yet
    /// @param trouble takes one sentence: why that did not happen
    void write(String file, Consumer<String> trouble);

    /// Goes on with a configuration that is there.
    ///
    /// @param trouble takes what is wrong with it
    void open(String file, Consumer<String> trouble);
}
