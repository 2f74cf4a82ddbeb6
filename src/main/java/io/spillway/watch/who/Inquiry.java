package io.spillway.watch.who;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The question of who brings a surge, with a copy of what was seen until it was asked, so that it
/// can be answered on another thread than the one that goes on seeing.
public final class Inquiry {
    private final @Nullable Log log;
    private final Talkers talkers;
    private final long surgeStart;
    private final long now;
    private final List<String> notSeen;

    /// What the access log told.
    ///
    /// @param all a sample of all requests
    /// @param clients all requests of a sample of clients
    /// @param stretch length of time in which clients are counted, milliseconds
    record Log(Events all, Events clients, long stretch, Names names) {}

    /// @param log null where it tells nothing
    Inquiry(@Nullable Log log, Talkers talkers, long surgeStart, long now, List<String> notSeen) {
        this.log = log;
        this.talkers = talkers;
        this.surgeStart = surgeStart;
        this.now = now;
        this.notSeen = notSeen;
    }

    /// Takes some tens of milliseconds after busy hours. The same whenever it is asked.
    public Attribution answer() {
        List<Cause> causes =
                log == null
                        ? List.of()
                        : LogSplit.of(log.all(), log.clients(), log.stretch(), log.names());
        return new Attribution(Merge.of(causes, talkers.causes(surgeStart, now)), notSeen);
    }
}
