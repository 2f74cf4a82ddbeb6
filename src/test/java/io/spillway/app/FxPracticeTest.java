package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Refused;
import io.spillway.desk.DeskPort;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxPracticeTest {
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
        FxPractice practice = new FxPractice(() -> session, Runnable::run);
        practice.begin(shown::add, said::add);
        assertThat(shown).containsExactly(session);
        assertThat(said).isEmpty();
        assertThat(session.closed).isFalse();
        practice.close();
        assertThat(session.closed).isTrue();
    }

    @Test
    void whyPracticeDidNotBeginIsSaid() {
        FxPractice practice =
                new FxPractice(
                        () -> {
                            throw new Refused("No room on /tmp: free some.");
                        },
                        Runnable::run);
        practice.begin(shown::add, said::add);
        assertThat(said).containsExactly("Practice did not begin: No room on /tmp: free some.");
        assertThat(shown).isEmpty();
    }

    @Test
    void aWindowThatIsGoneMeanwhileLeavesNoPracticeBehind() {
        FxPractice practice = new FxPractice(() -> session, Runnable::run);
        practice.close();
        practice.begin(shown::add, said::add);
        assertThat(session.closed).isTrue();
        assertThat(shown).isEmpty();
    }
}
