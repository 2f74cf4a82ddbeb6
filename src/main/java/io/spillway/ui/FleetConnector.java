package io.spillway.ui;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Connects a fleet from the first screen. Calls do not block; answers come on the FX thread.
public interface FleetConnector {
    /// Where a fleet is, as somebody typed it.
    ///
    /// @param prometheus base address of a metrics engine; empty for none
    /// @param haproxy address of a Runtime API; empty for none
    /// @param keyStore file of the client certificate; empty for none
    /// @param authority PEM file of the authority to trust; empty for none
    record Addresses(String prometheus, String haproxy, String keyStore, String authority) {}

    /// What trying one address brought.
    ///
    /// @param good false if it does not do what it is needed for
    /// @param sentence what was found, or what is wrong and what to do
    record Finding(boolean good, String sentence) {}

    /// Writes a configuration for what one check found, and goes on with it.
    interface Writing {
        /// Writes the file; may be tried again where there was trouble.
        ///
        /// @param file where to; another one that is there stays as it is
        /// @param trouble takes one sentence: why that did not happen
        void write(String file, Consumer<String> trouble);
    }

    /// What trying all of them brought.
    ///
    /// @param writing keeps what was found; null if no fleet can be watched with it
    record Findings(List<Finding> list, @Nullable Writing writing) {
        public Findings {
            list = List.copyOf(list);
        }
    }

    /// Tries the addresses and changes nothing there.
    void check(Addresses addresses, Consumer<Findings> answer);

    /// Goes on with a configuration that is there.
    ///
    /// @param trouble takes what is wrong with it
    void open(String file, Consumer<String> trouble);
}
