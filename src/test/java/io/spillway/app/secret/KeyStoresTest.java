package io.spillway.app.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The platforms' key stores by their programs, which are scripted: what is spoken to them, not
/// whether they answer like this.
class KeyStoresTest {
    private static final String VALUE = "it's \"hunter2\" grün";
    private static final Map<String, String> DESKTOP =
            Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/bus");

    @TempDir Path home;
    private final TreeMap<String, String> kept = new TreeMap<>();
    private final List<String> arguments = new ArrayList<>();

    private Runner.Ran secretTool(List<String> command, String input) {
        arguments.add(String.join(" ", command));
        String name = command.getLast();
        return switch (command.get(1)) {
            case "store" -> {
                kept.put(name, input);
                yield new Runner.Ran(0, "", "");
            }
            case "lookup" ->
                    kept.containsKey(name)
                            ? new Runner.Ran(0, kept.get(name), "")
                            : new Runner.Ran(1, "", "");
            case "clear" -> new Runner.Ran(kept.remove(name) == null ? 1 : 0, "", "");
            default -> {
                StringBuilder out = new StringBuilder();
                StringBuilder err = new StringBuilder();
                kept.forEach((key, value) -> {
                    out.append("[/1]\nlabel = Spillway\nsecret = ").append(value).append('\n');
                    err.append("attribute.service = spillway\nattribute.name = " + key + "\n");
                });
                yield new Runner.Ran(0, out.toString(), err.toString());
            }
        };
    }

    private Runner.Ran security(List<String> command, String input) {
        arguments.add(String.join(" ", command));
        String name = command.contains("-a") ? command.get(command.indexOf("-a") + 1) : "";
        return switch (command.get(1)) {
            case "-i" -> {
                String[] words = input.strip().split(" ");
                assertThat(words).startsWith("add-generic-password", "-U", "-s", "spillway", "-a");
                kept.put(words[5], words[7]);
                yield new Runner.Ran(0, "", "");
            }
            case "find-generic-password" ->
                    kept.containsKey(name)
                            ? new Runner.Ran(0, kept.get(name) + "\n", "")
                            : new Runner.Ran(44, "", "could not be found");
            case "delete-generic-password" ->
                    new Runner.Ran(kept.remove(name) == null ? 44 : 0, "", "");
            default -> new Runner.Ran(0, dump(), "");
        };
    }

    private String dump() {
        StringBuilder text = new StringBuilder();
        kept.keySet()
                .forEach(key -> {
                    text.append("keychain: \"login\"\n    \"acct\"<blob>=\"wifi\"\n");
                    text.append("    \"svce\"<blob>=\"AirPort\"\n");
                    text.append("keychain: \"login\"\n    \"acct\"<blob>=\"" + key + "\"\n");
                    text.append("    \"desc\"<blob>=<NULL>\n    \"svce\"<blob>=\"spillway\"\n");
                });
        return text.toString();
    }

    private Secrets secrets(String system, Map<String, String> environment, Runner runner) {
        return new Secrets(
                environment::get, () -> Secrets.stores(system, home, environment::get, runner));
    }

    private void roundTrip(Secrets secrets, String place) {
        assertThat(secrets.put("PROM", VALUE)).isEqualTo(place);
        assertThat(secrets.put("OTHER", "x")).isEqualTo(place);
        assertThat(secrets.value("PROM")).isEqualTo(VALUE);
        assertThat(secrets.origin("PROM")).isEqualTo(place);
        assertThat(secrets.value("NONE")).isNull();
        assertThat(secrets.list())
                .containsExactly(Map.entry("OTHER", place), Map.entry("PROM", place));
        assertThat(secrets.remove("OTHER")).containsExactly(place);
        assertThat(secrets.remove("OTHER")).isEmpty();
        assertThat(arguments)
                .isNotEmpty()
                .noneMatch(a -> a.contains("hunter2"))
                .noneMatch(
                        a -> a.contains(Base64.getEncoder().encodeToString(VALUE.getBytes(UTF_8))));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aLinuxDesktopKeepsThemInTheSecretService() {
        roundTrip(secrets("Linux", DESKTOP, this::secretTool), "the Secret Service");
    }

    @Test
    void aMacKeepsThemInTheLoginKeychain() {
        roundTrip(secrets("Mac OS X", Map.of(), this::security), "the login keychain");
    }

    @Test
    void withoutAnAnswerTheEncryptedFileServes() {
        Runner none =
                (_, _) -> {
                    throw new IOException("no such program");
                };
        Runner silent = (_, _) -> new Runner.Ran(1, "", "secret-tool: no service");
        for (Secrets secrets :
                List.of(
                        secrets("Linux", DESKTOP, none),
                        secrets("Linux", DESKTOP, silent),
                        secrets("Linux", Map.of(), this::secretTool))) {
            assertThat(secrets.put("PROM", VALUE)).startsWith("the encrypted file " + home);
            assertThat(secrets.value("PROM")).isEqualTo(VALUE);
        }
        assertThat(kept).isEmpty();
    }

    @Test
    void aSecretIsKeptOnceAndTheEnvironmentComesFirst() {
        secrets("Linux", Map.of(), this::secretTool).put("PROM", "old");
        Secrets desktop = secrets("Linux", DESKTOP, this::secretTool);
        assertThat(desktop.value("PROM")).isEqualTo("old");
        desktop.put("PROM", VALUE);
        assertThat(secrets("Linux", Map.of(), this::secretTool).value("PROM")).isNull();
        Secrets set = secrets("Linux", Map.of("PROM", "of the environment"), this::secretTool);
        assertThat(set.value("PROM")).isEqualTo("of the environment");
        assertThat(set.origin("PROM")).isEqualTo("the environment");
    }

    @Test
    void aSecretThatIsKeptIsSaidToBeKeptWhateverIsLeftElsewhere() throws Exception {
        secrets("Linux", Map.of(), this::secretTool).put("PROM", "old");
        Files.writeString(home.resolve("secrets.json"), "scrambled");
        Secrets desktop = secrets("Linux", DESKTOP, this::secretTool);
        assertThatThrownBy(() -> desktop.put("PROM", VALUE))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("PROM is kept in the Secret Service, but an older one")
                .hasMessageNotContaining("hunter2");
        assertThat(desktop.value("PROM")).isEqualTo(VALUE);
    }

    @Test
    void aKeyStoreThatRefusesIsSaidWithoutTheSecret() {
        Runner.Ran no = new Runner.Ran(1, VALUE, "secret-tool: it is locked\nmore");
        assertThatThrownBy(() -> new SecretService((_, _) -> no).put("PROM", VALUE))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "the Secret Service refused (it is locked): unlock the keyring of your"
                                + " desktop");
        assertThatThrownBy(() -> new SecretService((_, _) -> no).names())
                .hasMessageStartingWith("the Secret Service refused (it is locked)");
        assertThatThrownBy(() -> new Keychain((_, _) -> no).get("PROM"))
                .hasMessageStartingWith("the login keychain refused");
        // `security -i` does not tell by its code that nothing was kept.
        Runner forgetful = (c, _) -> new Runner.Ran(c.contains("-i") ? 0 : 44, "", "");
        assertThatThrownBy(() -> new Keychain(forgetful).put("PROM", VALUE))
                .hasMessageStartingWith("the login keychain refused")
                .hasMessageNotContaining("hunter2");
        assertThat(no.toString()).doesNotContain("hunter2");
    }

    @Test
    void programsAreFedAndHeard() throws Exception {
        Programs programs = new Programs(Duration.ofSeconds(30));
        Runner.Ran ran = programs.run(List.of("sh", "-c", "cat; echo no >&2; exit 3"), "from here");
        assertThat(ran).isEqualTo(new Runner.Ran(3, "from here", "no\n"));
        assertThatThrownBy(() -> programs.run(List.of("spillway-is-not-there"), ""))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() ->
                        new Programs(Duration.ofMillis(1))
                                .run(List.of("sh", "-c", "exec tail -f /dev/null"), ""))
                .hasMessage("sh did not end in time");
        Runner impatient = new Programs(Duration.ofMillis(200));
        assertThatThrownBy(() -> impatient.run(List.of("sh", "-c", "sleep 2 & exit 0"), ""))
                .isInstanceOf(IOException.class);
    }
}
