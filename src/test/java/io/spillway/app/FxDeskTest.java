package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Refused;
import io.spillway.desk.DeskPort;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxDeskTest {
    private final List<String> said = new ArrayList<>();
    private final List<DeskSession> shown = new ArrayList<>();
    private final Practised session = new Practised();

    private static final class Practised implements DeskSession {
        private boolean closed;

        @Override
        public DeskPort desk() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean givesBack() {
            return true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void practiceIsShownAndEndsWithTheWindow() {
        FxDesk practice = new FxDesk(Runnable::run);
        practice.begin("Practice", () -> session, shown::add, said::add);
        assertThat(shown).containsExactly(session);
        assertThat(said).isEmpty();
        assertThat(session.closed).isFalse();
        practice.close();
        assertThat(session.closed).isTrue();
    }

    @Test
    void whyPracticeDidNotBeginIsSaid() {
        new FxDesk(Runnable::run)
                .begin(
                        "Practice",
                        () -> {
                            throw new Refused("No room on /tmp: free some.");
                        },
                        shown::add,
                        said::add);
        assertThat(said).containsExactly("Practice did not begin: No room on /tmp: free some.");
        assertThat(shown).isEmpty();
    }

    @Test
    void aWindowThatIsGoneMeanwhileLeavesNoPracticeBehind() {
        FxDesk practice = new FxDesk(Runnable::run);
        practice.close();
        practice.begin("Practice", () -> session, shown::add, said::add);
        assertThat(session.closed).isTrue();
        assertThat(shown).isEmpty();
    }
}
