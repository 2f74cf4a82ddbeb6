package io.spillway.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// Waits until processes that were told to stop in their tracks have: the signal is on its way when
/// it was sent, and a thread may still answer meanwhile.
final class Hung {
    private Hung() {}

    static void await(List<ProcessHandle> processes) {
        Awaitility.await("stopped processes")
                .atMost(Duration.ofSeconds(20))
                .until(() -> processes.stream().allMatch(Hung::still));
    }

    /// True if every thread of a process is stopped, as Linux tells; true where it does not.
    private static boolean still(ProcessHandle handle) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + handle.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                String stat = Files.readString(thread.resolve("stat"));
                if (!stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("T")) {
                    return false;
                }
            }
        } catch (IOException e) {
            return true;
        }
        return true;
    }
}
