package io.spillway.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/// A process that appends one event, says so, and waits to be killed.
final class AppendAndHang {
    private AppendAndHang() {}

    public static void main(String[] args) throws Exception {
        Journal journal = Journal.open(Path.of(args[0]));
        journal.append(Instant.EPOCH, "anna", "ops-1", "act.begun", "dead", "{}");
        System.out.write("appended".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
