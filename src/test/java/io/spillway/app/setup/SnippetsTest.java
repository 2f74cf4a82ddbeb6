package io.spillway.app.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetsTest {
    private static final Path SHIPPED = Path.of("packaging/haproxy");
    private static final String SOCKET = "/run/haproxy/spillway.sock";

    @TempDir Path home;

    private static Snippets.Site site(String socket, String chroot, String... operators) {
        return new Snippets.Site(
                "10.0.0.5:7443",
                "/etc/lb",
                socket,
                "ops",
                chroot,
                Stream.of(operators).map(OperatorName::new).toList());
    }

    @Test
    void everyShippedFileIsWritten() throws Exception {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Snippets.FILES);
        }
        Path folder = home.resolve("haproxy");
        assertThat(Snippets.write(folder, site(SOCKET, "", "anna"))).hasSize(Snippets.FILES.size());
        for (String name : Snippets.FILES) {
            assertThat(folder.resolve(name)).content().doesNotContain("/etc/haproxy/spillway/");
        }
        assertThat(folder.resolve("limit.map"))
                .hasSameTextualContentAs(SHIPPED.resolve("limit.map"));
        assertThat(folder.resolve("spillway-gates.cfg"))
                .content()
                .contains("map_str_int(/etc/lb/limit.map,1000000)");
        assertThatThrownBy(() -> Snippets.write(folder, site(SOCKET, "", "anna")))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("is there already");
    }

    @Test
    void theListenerLetsInWhoIsNamed() throws Exception {
        assertThat(runtime(site(SOCKET, "", "anna", "ben")))
                .contains(
                        "stats socket /run/haproxy/spillway.sock mode 660 group ops level admin",
                        "bind 10.0.0.5:7443 ssl crt /etc/lb/server.pem ca-file /etc/lb/ca.crt"
                                + " verify required",
                        "reject unless { ssl_c_s_dn(cn) -m str anna ben }",
                        "server cli unix@/run/haproxy/spillway.sock\n");
    }

    @Test
    void aSocketInAChrootIsNamedTwice() throws Exception {
        String root = "/var/lib/haproxy";
        assertThat(runtime(site(root + "/spillway.sock", root, "anna")))
                .contains(
                        "stats socket /var/lib/haproxy/spillway.sock mode 660 user haproxy group"
                                + " ops level admin",
                        "server cli unix@/spillway.sock\n");
        assertThatThrownBy(() -> site(SOCKET, root, "anna"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outside of the chroot");
    }

    private String runtime(Snippets.Site site) throws Exception {
        List<Path> files = Snippets.write(home.resolve("haproxy"), site);
        return Files.readString(files.getFirst());
    }
}
