package io.spillway.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Command;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.fleet.Metric;
import io.spillway.history.Series;
import io.spillway.ui.FxToolkit;
import io.spillway.ui.SampleFleet;
import io.spillway.ui.SamplePictures;
import io.spillway.ui.kit.Acts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class ServerPlotsTest {
    private static final long NOW = SamplePictures.NOW.toEpochMilli();

    private final List<Command> asked = new ArrayList<>();
    private final CompletableFuture<Reply> answer = new CompletableFuture<>();
    private final List<String> trouble = new ArrayList<>();

    private final DeskPort desk =
            new DeskPort() {
                @Override
                public Picture picture() {
                    return SamplePictures.healthy();
                }

                @Override
                public AutoCloseable watch(Consumer<Picture> listener) {
                    return () -> {};
                }

                @Override
                public CompletableFuture<Reply> send(Command command) {
                    asked.add(command);
                    return answer;
                }

                @Override
                public void close() {}
            };

    private static Picture at(int seconds, double cpu) {
        SampleFleet fleet =
                new SampleFleet(NOW + 1_000L * seconds)
                        .pool("web", 2, 0.5, 0.5)
                        .set(Metric.CPU, "web-002", cpu);
        return SamplePictures.later(SamplePictures.healthy(), fleet.build(), seconds);
    }

    private ServerPlots open() {
        ServerPlots plots =
                new ServerPlots(
                        new Acts(desk, Runnable::run),
                        new StackPane(),
                        new StackPane(),
                        trouble::add);
        plots.open("web-002");
        plots.show(at(0, 0.6));
        plots.show(at(1, 0.7));
        return plots;
    }

    @Test
    void whatTheDeskRemembersComesBeforeWhatPicturesBrought() {
        FxToolkit.onFx(() -> {
            ServerPlots plots = open();
            assertThat(asked).containsExactly(new Command.ServerPast("web", "web-002"));
            assertThat(plots.past().times()).containsExactly(NOW, NOW + 1_000);
            long[] times = {NOW - 2_000, NOW - 1_000, NOW};
            answer.complete(
                    Reply.server(
                            new Series(times, new float[] {0.3f, Float.NaN, 0.6f}),
                            new Series(times, new float[] {10, Float.NaN, 30})));
            assertThat(plots.past().times())
                    .containsExactly(NOW - 2_000, NOW - 1_000, NOW, NOW + 1_000);
            assertThat(plots.past().cpu()).containsExactly(0.3f, Float.NaN, 0.6f, 0.7f);
            plots.show(at(1, 0.9));
            plots.show(at(901, 0.8));
            assertThat(plots.past().times()).containsExactly(NOW + 1_000, NOW + 901_000);
            // Pictures that were missed are asked for.
            assertThat(asked).hasSize(2);
        });
    }

    @Test
    void whyThePastIsNotKnownIsSaid() {
        FxToolkit.onFx(() -> {
            ServerPlots plots = open();
            answer.complete(new Reply(false, "The desk went away.", null, null));
            assertThat(trouble.getLast()).contains("The desk went away.");
            assertThat(plots.past().times()).hasSize(2);
        });
    }
}
