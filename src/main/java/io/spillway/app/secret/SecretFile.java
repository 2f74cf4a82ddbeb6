package io.spillway.app.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// One encrypted file of all secrets. What cannot be opened is never written over.
record SecretFile(Path file, SealingKeys keys) implements SecretStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> SECRETS = new TypeReference<>() {};
    private static final int VERSION = 1;
    private static final int SALT_BYTES = 16;

    /// The file as it is written.
    ///
    /// @param key where its key comes from
    /// @param salt Base64, of use with a passphrase
    /// @param sealed Base64
    private record Written(int version, String key, String salt, String sealed) {
        byte[] beside() {
            return "spillway %d %s %s".formatted(version, key, salt).getBytes(UTF_8);
        }
    }

    /// An open file.
    private record Open(String kind, byte[] salt, byte[] key, TreeMap<String, String> secrets) {}

    @Override
    public String place() {
        return "the encrypted file " + file;
    }

    @Override
    public @Nullable String get(String name) {
        return secrets().get(name);
    }

    @Override
    public List<String> names() {
        return List.copyOf(secrets().keySet());
    }

    @Override
    public void put(String name, String secret) {
        change(secrets -> !secret.equals(secrets.put(name, secret)));
    }

    @Override
    public boolean remove(String name) {
        return !Files.notExists(file) && change(secrets -> secrets.remove(name) != null);
    }

    private Map<String, String> secrets() {
        // One that may not be looked at is none that is missing.
        if (Files.notExists(file)) {
            return Map.of();
        }
        try {
            return open().secrets();
        } catch (IOException e) {
            throw new StoreException(
                    "the encrypted secrets %s cannot be read: check their rights".formatted(file),
                    e);
        }
    }

    /// @param change says whether it changed anything
    private boolean change(Predicate<Map<String, String>> change) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = OwnerFile.lock(lock);
                FileLock _ = channel.lock()) {
            Open open = Files.notExists(file) ? made() : open();
            boolean changed = change.test(open.secrets());
            if (changed) {
                write(open);
            }
            return changed;
        } catch (IOException e) {
            throw new StoreException(
                    "the encrypted secrets %s cannot be written: check the rights and the room of their folder"
                            .formatted(file),
                    e);
        }
    }

    private Open made() throws IOException {
        byte[] salt = Seal.random(SALT_BYTES);
        return new Open(keys.kind(), salt, keys.fresh(salt), new TreeMap<>());
    }

    private Open open() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            Written written = JSON.readValue(bytes, Written.class);
            if (written.version() > VERSION) {
                throw new StoreException(
                        "the encrypted secrets %s are of a newer Spillway: use that one"
                                .formatted(file));
            }
            byte[] salt = Base64.getDecoder().decode(written.salt());
            byte[] key = keys.key(written.key(), salt);
            byte[] sealed = Base64.getDecoder().decode(written.sealed());
            byte[] content = Seal.open(key, written.beside(), sealed);
            return new Open(written.key(), salt, key, JSON.readValue(content, SECRETS));
        } catch (JacksonException
                | GeneralSecurityException
                | IllegalArgumentException
                | NullPointerException _) {
            // The cause may quote what was read.
            throw new StoreException(
                    "the encrypted secrets %s are damaged, or their key or passphrase is another one: bring both back from a backup, or move the file away and set the secrets again"
                            .formatted(file));
        }
    }

    private void write(Open open) throws IOException {
        String salt = Base64.getEncoder().encodeToString(open.salt());
        Written head = new Written(VERSION, open.kind(), salt, "");
        try {
            byte[] sealed =
                    Seal.close(open.key(), head.beside(), JSON.writeValueAsBytes(open.secrets()));
            String text = Base64.getEncoder().encodeToString(sealed);
            Written whole = new Written(VERSION, open.kind(), salt, text);
            OwnerFile.write(file, JSON.writeValueAsBytes(whole));
        } catch (GeneralSecurityException e) {
            throw new StoreException(
                    "this Java cannot encrypt: use the one that Spillway brings", e);
        }
    }
}
