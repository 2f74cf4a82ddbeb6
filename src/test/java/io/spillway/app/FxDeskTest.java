package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.FxDesk.Opened;
import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FxDeskTest {
    private final List<String> said = new ArrayList<>();
    private final List<DeskSession> shown = new ArrayList<>();
    private final BareSession first = new BareSession();
    private final BareSession second = new BareSession();
    private final FxDesk desk = new FxDesk(Runnable::run, first);

    private Opened opened(DeskSession session) {
        return new Opened(session, () -> shown.add(session));
    }

    @Test
    void anotherTakesItsPlaceAndEndsWithTheWindows() {
        desk.begin("Practice", _ -> opened(second), said::add);
        assertThat(shown).containsExactly(second);
        assertThat(said).isEmpty();
        assertThat(first.closed).isTrue();
        assertThat(second.closed).isFalse();
        BareSession third = new BareSession();
        desk.begin("Practice", _ -> opened(third), said::add);
        assertThat(second.closed).isTrue();
        desk.close();
        assertThat(third.closed).isTrue();
    }

    @Test
    void theFirstIsItsOwners() {
        desk.close();
        assertThat(first.closed).isFalse();
    }

    @Test
    void whyItDidNotBeginIsSaidAndTheOneBeforeStays() {
        desk.begin(
                "Practice",
                _ -> {
                    throw new Refused("No room on /tmp: free some.");
                },
                said::add);
        desk.begin(
                "Practice",
                _ -> {
                    throw new IllegalStateException("index 7");
                },
                said::add);
        assertThat(said)
                .containsExactly(
                        "Practice did not begin: No room on /tmp: free some.",
                        "Practice did not begin: something failed that should not have, and the log in the state folder says what.");
        assertThat(shown).isEmpty();
        assertThat(first.closed).isFalse();
    }

    @Test
    void oneIsOpenedAtATime() {
        BareSession late = new BareSession();
        desk.begin(
                "Practice",
                _ -> {
                    CompletableFuture.runAsync(
                                    () -> desk.begin("The other", _ -> opened(late), said::add))
                            .join();
                    return opened(second);
                },
                said::add);
        assertThat(said)
                .containsExactly(
                        "The other did not begin: another desk is being opened, wait for it.");
        assertThat(shown).containsExactly(second);
    }

    @Test
    void aWindowThatIsGoneMeanwhileLeavesNoPracticeBehind() {
        desk.close();
        desk.begin("Practice", _ -> opened(second), said::add);
        assertThat(second.closed).isTrue();
        assertThat(shown).isEmpty();
    }
}
