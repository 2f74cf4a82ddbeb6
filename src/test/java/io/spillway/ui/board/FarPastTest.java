package io.spillway.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Command;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.history.Window;
import io.spillway.ui.kit.Acts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FarPastTest {
    private static final long NOW = 1_795_000_000_000L;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    private final AskedDesk desk = new AskedDesk();
    private final List<String> arrived = new ArrayList<>();
    private final FarPast far =
            new FarPast(new Acts(desk, Runnable::run), () -> arrived.add("more"));

    private static Window window(long time) {
        float[] one = {1};
        return new Window(new long[] {time}, one, one, one, one, one, List.of());
    }

    @Test
    void theLastDayAsksForNothing() {
        assertThat(far.look(NOW - DAY, NOW + 4 * HOUR, NOW).times()).isEmpty();
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void ticksAndSmallStepsAskOnce() {
        long from = NOW - 10 * DAY;
        assertThat(far.look(from, from + DAY, NOW).times()).isEmpty();
        Window answer = window(from);
        desk.answers.getFirst().complete(Reply.past(answer));
        assertThat(arrived).hasSize(1);
        for (int i = 0; i < 60; i++) {
            long back = i * 600_000L;
            assertThat(far.look(from - back, from - back + DAY, NOW + i * 1_000L)).isSameAs(answer);
        }
        assertThat(desk.asked)
                .containsExactly(new Command.PastWindow(from - DAY / 2, from + DAY + DAY / 2));
    }

    @Test
    void goingFurtherZoomingFarInAndSomeMinutesAskAgain() {
        far.look(NOW - 7 * DAY, NOW + DAY, NOW);
        far.look(NOW - 28 * DAY, NOW + DAY, NOW);
        far.look(NOW - 3 * DAY, NOW - 2 * DAY, NOW);
        far.look(NOW - 3 * DAY, NOW - 2 * DAY, NOW + 4 * 60_000);
        assertThat(desk.asked).hasSize(3);
        far.look(NOW - 3 * DAY, NOW - 2 * DAY, NOW + 6 * 60_000);
        assertThat(desk.asked).hasSize(4);
    }

    @Test
    void aSlowAnswerGivesWayToThatToALaterQuestion() {
        far.look(NOW - 7 * DAY, NOW, NOW);
        far.look(NOW - 28 * DAY, NOW, NOW);
        Window later = window(2);
        desk.answers.getLast().complete(Reply.past(later));
        desk.answers.getFirst().complete(Reply.past(window(1)));
        assertThat(far.look(NOW - 28 * DAY, NOW, NOW)).isSameAs(later);
    }

    @Test
    void whatWasNotAnsweredIsSaidAndAskedForAgainAWhileLater() {
        long from = NOW - 7 * DAY;
        far.look(from, NOW, NOW);
        desk.answers.getFirst().complete(new Reply(false, "The desk is closing", null, null));
        assertThat(far.trouble()).isEqualTo("The desk is closing");
        assertThat(arrived).hasSize(1);
        far.look(from, NOW, NOW + 9_000);
        assertThat(desk.asked).hasSize(1);
        far.look(from, NOW, NOW + 10_000);
        assertThat(desk.asked).hasSize(2);
        desk.answers.getLast().complete(Reply.past(window(1)));
        assertThat(far.trouble()).isEmpty();
    }

    /// A desk that keeps one waiting.
    private static final class AskedDesk implements DeskPort {
        private final List<Command> asked = new ArrayList<>();
        private final List<CompletableFuture<Reply>> answers = new ArrayList<>();

        @Override
        public CompletableFuture<Reply> send(Command command) {
            asked.add(command);
            answers.add(new CompletableFuture<>());
            return answers.getLast();
        }

        @Override
        public Picture picture() {
            throw new UnsupportedOperationException();
        }

        @Override
        public AutoCloseable watch(Consumer<Picture> listener) {
            return () -> {};
        }

        @Override
        public void close() {}
    }
}
