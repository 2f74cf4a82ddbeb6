package io.spillway.app.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// HAProxy's part of the configuration, made from what lies in `packaging/haproxy`.
public final class Snippets {
    private static final String RUNTIME = "spillway-runtime.cfg";
    private static final String FOLDER = "/etc/haproxy/spillway/";
    private static final String SOCKET = "/run/haproxy/spillway.sock";

    static final List<String> FILES =
            List.of(
                    RUNTIME,
                    "spillway-watch.cfg",
                    "spillway-gates.cfg",
                    "agent_cap.map",
                    "class_agent.map",
                    "class_header.map",
                    "class_path.map",
                    "epoch.map",
                    "limit.map",
                    "shed.map",
                    "source_cap.map");

    private Snippets() {}

    /// The balancer's machine. No text holds spaces.
    ///
    /// @param listen `:PORT` or `ADDRESS:PORT` of the mutual-TLS listener
    /// @param folder where certificates and maps lie
    /// @param socket path of the runtime socket
    /// @param group may open it
    /// @param chroot HAProxy's, which holds the socket; empty for none
    /// @param operators whom the listener lets in
    public record Site(
            String listen,
            String folder,
            String socket,
            String group,
            String chroot,
            List<OperatorName> operators) {
        /// On a balancer of the usual layout.
        public static Site usual(List<OperatorName> operators) {
            return new Site(":9443", "/etc/haproxy/spillway", SOCKET, "spillway", "", operators);
        }

        /// Checks that it fits together.
        ///
        /// @throws IllegalArgumentException with a sentence, if the socket is not in the chroot
        public Site {
            operators = List.copyOf(operators);
            if (!chroot.isEmpty() && !socket.startsWith(chroot + "/")) {
                throw new IllegalArgumentException(
                        "the socket %s lies outside of the chroot %s, where HAProxy cannot open it: place it inside"
                                .formatted(socket, chroot));
            }
        }
    }

    /// Writes the files, none of them over another.
    ///
    /// @return their paths
    public static List<Path> write(Path folder, Site site) throws SetupException {
        OwnFiles files = new OwnFiles(folder);
        List<Path> written = new ArrayList<>();
        for (String name : FILES) {
            String text = shipped(name);
            String filled = name.equals(RUNTIME) ? runtime(text, site) : text;
            String placed = filled.replace(FOLDER, site.folder() + "/");
            written.add(files.add(name, placed.getBytes(StandardCharsets.UTF_8)));
        }
        files.write();
        return written;
    }

    private static String runtime(String text, Site site) {
        String names =
                site.operators().stream().map(OperatorName::text).collect(Collectors.joining(" "));
        String filled = swap(text, "-m str spillway }", "-m str " + names + " }");
        filled =
                swap(
                        filled,
                        "the client whose certificate carries this name",
                        "operators whose certificates carry one of these names");
        filled = swap(filled, "bind :9443 ", "bind " + site.listen() + " ");
        filled = swap(filled, "group spillway", "group " + site.group());
        // The socket is made before HAProxy goes into its chroot, and opened from inside, as its
        // user.
        String inside = site.socket().substring(site.chroot().length());
        String user = site.chroot().isEmpty() ? "" : " user haproxy";
        filled = swap(filled, "unix@" + SOCKET, "unix@" + inside);
        return swap(filled, SOCKET + " mode 660", site.socket() + " mode 660" + user);
    }

    private static String swap(String text, String old, String fresh) {
        if (!text.contains(old)) {
            throw new IllegalStateException("the snippet does not say: " + old);
        }
        return text.replace(old, fresh);
    }

    private static String shipped(String name) {
        try (InputStream in = Snippets.class.getResourceAsStream("/haproxy/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no snippet " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
