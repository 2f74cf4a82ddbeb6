package io.spillway.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spillway.fleet.ProcessShare;
import io.spillway.testing.RealNodeExporter;
import io.spillway.testing.RealProcess;
import io.spillway.testing.RealProcessExporter;
import io.spillway.testing.RealPrometheus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// A process that hogs the machine, a real process exporter and a real Prometheus.
class RealProcessesTest {
    private static final String HOG = "spillway-hog";

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));

    /// Polls, and lets a minute pass for the source.
    private List<ProcessShare> poll(Sources sources) throws Exception {
        return sources.source.poll(now.updateAndGet(t -> t.plusSeconds(61))).processes();
    }

    private static void until(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100)).until(holds);
    }

    private static RealProcess hog() throws Exception {
        Path folder = RealProcess.newFolder("hog");
        Path program = folder.resolve(HOG);
        Files.copy(Path.of("/bin/sh").toRealPath(), program);
        return RealProcess.start(folder, List.of(program.toString(), "-c", "while :; do :; done"));
    }

    @Test
    void theHogIsNamedWithItsShareAndItsRise() throws Exception {
        try (var cpu = RealNodeExporter.start();
                var processes = RealProcessExporter.start();
                var prometheus =
                        RealPrometheus.start(
                                RealPrometheus.config(
                                        "1s",
                                        "node",
                                        cpu.address(),
                                        "process",
                                        processes.address()));
                var sources = Sources.at(prometheus.url())) {
            until(() -> poll(sources).stream().anyMatch(p -> p.machineCores() > 0));
            assertThat(poll(sources)).noneMatch(p -> p.process().equals(HOG));
            try (var hog = hog()) {
                assertThat(hog.printed()).isEmpty();
                AtomicReference<ProcessShare> found = new AtomicReference<>();
                until(() -> {
                    poll(sources).stream()
                            .filter(p -> p.process().equals(HOG) && p.share() > 0.05)
                            .forEach(found::set);
                    return found.get() != null;
                });
                ProcessShare share = found.get();
                assertThat(share.labels())
                        .containsEntry("instance", processes.address())
                        .containsEntry("job", "process")
                        .doesNotContainKey("groupname");
                assertThat(share.machineCores())
                        .isEqualTo(Runtime.getRuntime().availableProcessors());
                assertThat(share.cores()).isBetween(0.05f, 1.5f);
                assertThat(share.rise()).isPositive();
            }
        }
    }

    @Test
    void withoutAnExporterThereAreNoneAndNoComplaint() throws Exception {
        try (var cpu = RealNodeExporter.start();
                var prometheus =
                        RealPrometheus.start(RealPrometheus.config("1s", "node", cpu.address()));
                var sources = Sources.at(prometheus.url())) {
            until(() -> !sources.poll().samples().isEmpty());
            assertThat(poll(sources)).isEmpty();
            assertThat(sources.poll().message()).isEmpty();
        }
    }
}
