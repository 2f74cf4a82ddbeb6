package io.spillway.app.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The watch over the wall's process, with real processes that are no walls.
class SupervisorTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path dir;

    private List<String> child(String view) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BeatingChild.class.getName(),
                dir.toString(),
                view);
    }

    /// A life as its process told of it: process id and view.
    private record Life(long pid, String view) {
        boolean lasts() {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
    }

    private List<Life> lives() {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(f -> f.getFileName().toString().startsWith("life-"))
                    .sorted()
                    .map(SupervisorTest::read)
                    .filter(text -> text.contains(" "))
                    .map(text -> text.split(" "))
                    .map(words -> new Life(Long.parseLong(words[0]), words[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Life life(int number) {
        await().atMost(SOON).until(() -> lives().size() == number);
        return lives().getLast();
    }

    @Test
    void aWallThatIsKilledOrFreezesComesBackWithItsView() throws Exception {
        Supervisor supervisor =
                new Supervisor(
                        view -> child(Integer.toString(view)),
                        new Supervisor.Patience(
                                SOON, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        Thread running = Thread.ofPlatform().start(supervisor::run);
        try {
            Life first = life(1);
            assertThat(first.view()).isEqualTo("0");
            // It must have been heard before it is killed, or its view is not known.
            await().atMost(SOON).until(supervisor::lives);
            ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
            Life second = life(2);
            assertThat(second.view()).isEqualTo("7");
            await().atMost(SOON).until(supervisor::lives);
            Files.createFile(dir.resolve("freeze"));
            Life third = life(3);
            assertThat(third.view()).isEqualTo("7");
            assertThat(second.lasts()).isFalse();
            running.interrupt();
            running.join(SOON);
            assertThat(third.lasts()).isFalse();
        } finally {
            running.interrupt();
        }
    }

    @Test
    void aWallThatCannotBeginSaysWhyAndIsNotTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Supervisor supervisor =
                new Supervisor(
                        _ -> {
                            tries.incrementAndGet();
                            return List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:NoSuchOption");
                        },
                        Supervisor.Patience.USUAL);
        assertThat(supervisor.run()).isEqualTo(1);
        assertThat(tries).hasValue(1);
    }

    @Test
    void usuallyItIsBackWithinTenAndFifteenSeconds() {
        Supervisor.Patience usual = Supervisor.Patience.USUAL;
        Duration start = Duration.ofSeconds(7);
        assertThat(usual.pause().plus(start)).isLessThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(usual.beat().plus(start)).isLessThanOrEqualTo(Duration.ofSeconds(15));
    }
}
