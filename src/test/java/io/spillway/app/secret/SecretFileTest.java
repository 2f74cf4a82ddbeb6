package io.spillway.app.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    private static final String VALUE = "hunter2 grün";

    @TempDir Path home;
    private final Map<String, String> environment = new HashMap<>();
    private Path file = Path.of("");
    private Path key = Path.of("");

    @BeforeEach
    void name() {
        file = home.resolve("own/secrets.json");
        key = home.resolve("own/secrets.key");
    }

    private SecretFile store() {
        return store(
                Wrapping.PLAIN,
                (command, _) -> {
                    throw new AssertionError(command);
                });
    }

    private SecretFile store(Wrapping wrapping, Runner runner) {
        return new SecretFile(file, new SealingKeys(key, wrapping, environment::get, runner));
    }

    @Test
    void whatIsPutIsThereForTheNextOneAndNowhereInClear() throws Exception {
        store().put("PROM", VALUE);
        store().put("OTHER", "x");
        store().put("OTHER", "y");
        assertThat(store().get("PROM")).isEqualTo(VALUE);
        assertThat(store().get("OTHER")).isEqualTo("y");
        assertThat(store().get("NONE")).isNull();
        assertThat(store().names()).containsExactly("OTHER", "PROM");
        assertThat(Files.readString(file)).doesNotContain("hunter2", "PROM");
        for (Path made : List.of(file, key)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rw-------");
        }
        assertThat(store().remove("PROM")).isTrue();
        assertThat(store().remove("PROM")).isFalse();
        assertThat(store().names()).containsExactly("OTHER");
        try (var all = Files.list(home.resolve("own"))) {
            assertThat(all.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("secrets.json", "secrets.key", "secrets.json.lock");
        }
    }

    @Test
    void lookingMakesNothing() {
        assertThat(store().get("PROM")).isNull();
        assertThat(store().remove("PROM")).isFalse();
        assertThat(home.resolve("own")).doesNotExist();
    }

    @Test
    void whatIsDamagedIsSaidAndNeverWrittenOver() throws Exception {
        store().put("PROM", VALUE);
        String whole = Files.readString(file);
        for (String damaged :
                List.of(
                        "",
                        "{}",
                        "null",
                        whole.substring(0, whole.length() / 2),
                        whole.replaceFirst("\"salt\":\"[^\"]*\"", "\"salt\":\"AAAA\""),
                        whole.replace("\"sealed\":\"", "\"sealed\":\"AA+/"))) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> store().get("PROM"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("are damaged")
                    .hasNoCause();
            assertThatThrownBy(() -> store().put("NEW", "z")).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> store().remove("PROM")).isInstanceOf(StoreException.class);
            assertThat(Files.readString(file)).isEqualTo(damaged);
        }
        Files.writeString(file, whole.replace("\"version\":1", "\"version\":2"));
        assertThatThrownBy(() -> store().names()).hasMessageContaining("newer Spillway");
        Files.writeString(file, whole);
        assertThat(store().get("PROM")).isEqualTo(VALUE);
    }

    @Test
    void withoutItsKeyNothingIsOpenedOrMadeAnew() throws Exception {
        store().put("PROM", VALUE);
        byte[] kept = Files.readAllBytes(key);
        Files.delete(key);
        assertThatThrownBy(() -> store().put("NEW", "z")).hasMessageContaining("is gone");
        assertThat(key).doesNotExist();
        Files.write(key, new byte[3]);
        assertThatThrownBy(() -> store().get("PROM")).hasMessageContaining("is damaged");
        Files.write(key, Seal.random(Seal.KEY_BYTES));
        assertThatThrownBy(() -> store().get("PROM")).hasMessageContaining("is another one");
        Files.write(key, kept);
        assertThat(store().get("PROM")).isEqualTo(VALUE);
    }

    @Test
    void aPassphraseLeavesNoKeyOnTheDisk() {
        environment.put(SealingKeys.VARIABLE, "a long passphrase");
        store().put("PROM", VALUE);
        assertThat(key).doesNotExist();
        assertThat(store().get("PROM")).isEqualTo(VALUE);
        environment.put(SealingKeys.VARIABLE, "another one");
        assertThatThrownBy(() -> store().get("PROM"))
                .hasMessageContaining("passphrase is another one");
        environment.clear();
        assertThatThrownBy(() -> store().get("PROM"))
                .hasMessageEndingWith("set the environment variable SPILLWAY_PASSPHRASE");
    }

    /// As far as it can be tried without Windows.
    @Test
    void onWindowsTheKeyIsWrappedAndNoArgumentHoldsIt() throws Exception {
        Runner reversing =
                (command, input) -> {
                    assertThat(command.getFirst()).isEqualTo("powershell.exe");
                    assertThat(String.join(" ", command)).doesNotContain(input);
                    byte[] bytes = Base64.getDecoder().decode(input);
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] ^= 0x55;
                    }
                    return new Runner.Ran(
                            0, Base64.getEncoder().encodeToString(bytes) + "\r\n", "");
                };
        store(Wrapping.DPAPI, reversing).put("PROM", VALUE);
        assertThat(store(Wrapping.DPAPI, reversing).get("PROM")).isEqualTo(VALUE);
        assertThat(new String(Files.readAllBytes(file), UTF_8)).contains("dpapi");
        assertThatThrownBy(() ->
                        store(Wrapping.DPAPI, (_, _) -> new Runner.Ran(1, "", "no")).get("PROM"))
                .hasMessageStartingWith("Windows did not give the key");
        assertThatThrownBy(() -> store().get("PROM")).hasMessageContaining("another system");
    }

    @Test
    void aFileThatMayNotBeLookedAtIsNoMissingOne() throws Exception {
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, file);
        assertThatThrownBy(() -> store().get("PROM")).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> store().put("PROM", VALUE))
                .hasMessageContaining("cannot be written");
        assertThat(file).isSymbolicLink();
    }
}
