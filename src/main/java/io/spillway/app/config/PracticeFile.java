package io.spillway.app.config;

import io.spillway.fleet.Pool;
import io.spillway.fleet.RequestClass;
import io.spillway.fleet.Standby;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes the configuration by which other processes find a practice fleet.
public final class PracticeFile {
    private PracticeFile() {}

    /// Writes the file in one step, so that nobody reads half of it.
    public static void write(Path file, PracticeEndpoints endpoints) throws IOException {
        Path target = file.toAbsolutePath();
        Path half = target.resolveSibling(target.getFileName() + ".part");
        Files.writeString(half, text(endpoints));
        Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    }

    static String text(PracticeEndpoints endpoints) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("# A practice fleet that runs until its process ends.\n");
        yaml.append("site: practice\npoll: 1s\nsources:\n");
        yaml.append("  - name: metrics\n");
        yaml.append("    prometheus: ").append(endpoints.metrics()).append('\n');
        yaml.append("balancers:\n");
        endpoints
                .balancers()
                .forEach((name, address) ->
                        yaml.append("  - name: %s\n    address: %s\n".formatted(name, address)));
        yaml.append("pools:\n");
        endpoints.pools().forEach(pool -> pool(yaml, pool));
        classes(yaml, endpoints);
        PracticeConfig practice = endpoints.practice();
        yaml.append("practice:\n");
        yaml.append("  scenario: ").append(practice.scenario().word()).append('\n');
        yaml.append("  speed: ").append(plain(practice.speed())).append('\n');
        yaml.append("  start: ").append(practice.start()).append('\n');
        yaml.append("  since: ").append(practice.since()).append('\n');
        yaml.append("  state: ").append(quoted(practice.state().toString())).append('\n');
        return yaml.toString();
    }

    private static void pool(StringBuilder yaml, Pool pool) {
        yaml.append("  - name: ").append(pool.name());
        yaml.append("\n    match: {by: address, label: instance}\n");
        Standby standby = pool.standby();
        if (!standby.servers().isEmpty()) {
            yaml.append("    standby: ").append(standby.servers()).append('\n');
            yaml.append("    slowStart: %ds\n".formatted(standby.slowStart().toSeconds()));
        }
    }

    private static void classes(StringBuilder yaml, PracticeEndpoints endpoints) {
        if (endpoints.classes().isEmpty()) {
            return;
        }
        yaml.append("classes:\n");
        for (RequestClass c : endpoints.classes()) {
            yaml.append("  - name: ").append(quoted(c.name()));
            yaml.append("\n    cost: ").append(plain(c.cost()));
            yaml.append("\n    matches: ").append(quoted(c.matches())).append('\n');
        }
        if (!endpoints.gated().isEmpty()) {
            yaml.append("gates: {pool: ").append(endpoints.gated()).append("}\n");
        }
    }

    private static String plain(double speed) {
        return speed == Math.rint(speed) ? String.valueOf((long) speed) : String.valueOf(speed);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
