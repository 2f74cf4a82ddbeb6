package io.spillway.app.cli;

import io.spillway.app.config.ConfigException;
import io.spillway.app.config.FirstBalancer.ClientKeys;
import io.spillway.app.output.EndpointReport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// What the commands need from the rest of the program. Each method may throw [Refused].
public interface Parts {
    /// The desk of the setup's state folder where one runs, else one of this process, started.
    ///
    /// @param console whether a desk made here gives acts back at their end
    DeskSession open(Setup setup, boolean console);

    /// A practice whose time is stepped; the setup has a practice of this process.
    SteppedPractice stepped(Setup setup);

    /// Starts a practice fleet at its own speed, without a desk.
    ///
    /// @param state the state folder that its configuration is to name
    RunningPractice practice(PracticeSpec spec, Path state);

    /// Tries every endpoint of the setup, each within its deadline.
    List<EndpointReport> check(Setup setup);

    /// Looks for a fleet; blocks, for some seconds at a place that is silent.
    ///
    /// @param addresses of balancers, metrics engines and hosts; empty for this machine
    /// @param keys for `tls://`, null for none
    /// @throws ConfigException with a sentence for an address that is none
    Discovery find(List<String> addresses, @Nullable ClientKeys keys) throws ConfigException;

    ConsoleWindow window();

    Renderer renderer();

    WallDisplay wall();

    /// Runs what must not hold up the one who asks.
    Executor background();

    /// Real time.
    InstantSource clock();
}
