package io.spillway.app.cli;

import io.spillway.action.ActResult;
import io.spillway.action.ActResult.BalancerResult;
import io.spillway.action.ActResult.Outcome;
import io.spillway.action.Lease;
import io.spillway.action.Lease.State;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Waits for the end of an act that goes on in steps. The desk takes it on; where that is one of
/// this process, it goes on only while the command waits.
enum Settling {
    /// On its way there.
    THERE,
    /// On its way back.
    BACK;

    /// Ten parts of a gate take five minutes, and a way back is held up while it would harm.
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /// A Picture may have been made before the act and come after its answer.
    private static final long OLD = 2;

    /// Waits while it has further steps.
    ///
    /// @param first what became of its first step
    /// @return what became of all of it; as it came if it has no more steps
    ActResult wait(Context context, DeskSession session, ActResult first) {
        if (first.outcome() != Outcome.APPLYING) {
            return first;
        }
        context.note("%s: %s".formatted(first.id(), first.message()));
        DeskPort desk = session.desk();
        long since = desk.picture().tick();
        Picture last =
                Waiting.forPicture(
                        desk,
                        p -> p.tick() >= since + OLD && settled(lease(p, first.id())),
                        LONGEST);
        Lease lease = lease(last, first.id());
        if (!settled(lease)) {
            throw new Refused(
                    "act %s is still on its way after %d minutes: look at `spillway leases`"
                            .formatted(first.id(), LONGEST.toMinutes()));
        }
        return lease == null ? restored(first) : result(first, lease);
    }

    private static @Nullable Lease lease(Picture picture, String id) {
        return picture.leases().stream().filter(l -> l.id().equals(id)).findFirst().orElse(null);
    }

    /// One that was restored is told of no longer.
    private boolean settled(@Nullable Lease lease) {
        if (lease == null) {
            return true;
        }
        return switch (lease.state()) {
            case APPLYING -> false;
            case ACTIVE, RAMPING -> this == THERE;
            case HALTED, INTERRUPTED, UNDONE, ENDED -> true;
        };
    }

    private static ActResult restored(ActResult first) {
        return new ActResult(
                first.id(),
                Outcome.RESTORED,
                "A step failed, and every balancer reads back as before: the log has the details.",
                List.of());
    }

    /// What an act in force intends was read back on each of its balancers before it was written.
    private ActResult result(ActResult first, Lease lease) {
        Outcome outcome = outcome(lease.state());
        var values = lease.course().intended();
        List<BalancerResult> balancers =
                outcome == Outcome.APPLIED
                        ? lease.balancers().stream()
                                .map(name -> new BalancerResult(name, true, "", values))
                                .toList()
                        : List.of();
        String message =
                outcome == Outcome.APPLIED
                        ? "All %d steps are done and read back.".formatted(lease.course().steps())
                        : lease.message();
        return new ActResult(first.id(), outcome, message, balancers);
    }

    private Outcome outcome(State state) {
        return switch (state) {
            case UNDONE, ENDED -> this == BACK ? Outcome.UNDONE : Outcome.RESTORED;
            case HALTED -> Outcome.HALTED;
            case ACTIVE -> Outcome.APPLIED;
            case RAMPING -> Outcome.RESTORED;
            case APPLYING, INTERRUPTED -> Outcome.INTERRUPTED;
        };
    }
}
