package io.spillway.app.cli;

import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import java.time.Instant;

/// A practice fleet and its desk in this process, whose time goes only when told to, and then as
/// fast as it can.
public interface SteppedPractice extends AutoCloseable {
    DeskPort desk();

    /// Practice time.
    Instant now();

    /// Lets practice time go on to `time`, tick by tick, and gives the last Picture.
    Picture runTo(Instant time);

    @Override
    void close();
}
