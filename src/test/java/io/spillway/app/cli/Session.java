package io.spillway.app.cli;

import io.spillway.app.cli.CommandLines.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Scripted parts, a home folder with a configuration, and command lines that run on them.
final class Session {
    final ScriptedParts parts = new ScriptedParts();
    final Map<String, String> environment = new HashMap<>();
    final Path home;
    final Folders folders;
    int pauses;

    Session(Path home) {
        this.home = home;
        folders = new Folders("Linux", home, environment::get);
    }

    /// With a configuration in its usual place.
    static Session configured(Path home) throws IOException {
        Session session = new Session(home);
        Path file = session.folders.configuration();
        Files.createDirectories(home.resolve(".config/spillway"));
        Files.writeString(
                file, "balancers: [{name: lb-1, address: tcp://lb:9}]\npools: [{name: web}]\n");
        return session;
    }

    Outcome run(String... args) {
        return CommandLines.run(parts, _ -> pauses-- > 0, folders, environment::get, args);
    }
}
