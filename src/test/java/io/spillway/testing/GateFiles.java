package io.spillway.testing;

import io.spillway.fleet.GateMaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The shipped `spillway-gates.cfg` and its maps, copied to where a test may use them.
///
/// @param folder where the maps lie
/// @param lines what a gated frontend holds
public record GateFiles(Path folder, String lines) {
    /// The shipped file, which holds the tables.
    public static final Path TABLES = Path.of("packaging/haproxy/spillway-gates.cfg");

    private static final String SHIPPED = "/etc/haproxy/spillway/";

    /// Copies every map into a folder of its own below `dir`.
    public static GateFiles in(Path dir) throws IOException {
        Path folder = Files.createDirectories(dir.resolve("maps"));
        try (Stream<Path> files = Files.list(TABLES.toAbsolutePath().getParent())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".map")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return new GateFiles(folder, shipped().replace(SHIPPED, folder + "/"));
    }

    /// The frontend's lines as shipped.
    public static String shipped() throws IOException {
        return Files.readAllLines(TABLES).stream()
                .filter(line -> line.matches("#    (http-request|acl|#).*"))
                .map(line -> line.substring(1))
                .collect(Collectors.joining("\n"));
    }

    public GateMaps maps() {
        return GateMaps.in(folder.toString());
    }

    /// A gated frontend, and what stands behind it.
    ///
    /// @param backend the lines of `backend be`
    public String sections(int port, String backend) {
        return """
        frontend fe_web
          bind 127.0.0.1:%d
        %s
          default_backend be
        backend be
        %s
        """
                .formatted(port, lines, backend);
    }

    /// Every entry of every map as HAProxy tells it, in its order.
    public List<String> entries(RealHaproxy haproxy) {
        return Stream.of(
                        maps().shed(),
                        maps().limit(),
                        maps().epoch(),
                        maps().sourceCap(),
                        maps().agentCap())
                .flatMap(map ->
                        haproxy.ask("show map " + map)
                                .lines()
                                .filter(line -> !line.isBlank())
                                .map(line -> map + line.substring(line.indexOf(' '))))
                .toList();
    }
}
