package io.spillway.app.wall;

import io.spillway.app.config.Config;
import io.spillway.app.config.ConfigException;
import io.spillway.app.config.ConfigFile;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The wall's configuration: a file or an address. What was good last is kept, for the day when
/// there is none or a bad one.
final class WallConfig {
    private static final Logger LOG = LoggerFactory.getLogger(WallConfig.class);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int LONGEST = 1 << 20;

    private final String source;
    private final Function<String, @Nullable String> secrets;
    private final Path folder;
    private byte[] refused = new byte[0];

    /// @param source a file, or an address that begins with `http://` or `https://`
    /// @param secrets gives the secret of a name, as for [ConfigFile#load]
    /// @param folder where the last good one is kept, which exists
    WallConfig(String source, Function<String, @Nullable String> secrets, Path folder) {
        this.source = source;
        this.secrets = secrets;
        this.folder = folder;
    }

    private boolean remote() {
        return source.matches("https?://.*");
    }

    /// Each kind has its own: a file of this machine may name secrets that an address may not.
    private Path good() {
        return folder.resolve(remote() ? "fetched.yaml" : "good.yaml");
    }

    /// What holds now: the newest if it is good, else the last good one, else null. Blocks while it
    /// is fetched.
    @Nullable Config load() {
        renew();
        if (!remote()) {
            try {
                // What it names lies beside it.
                return ConfigFile.load(Path.of(source), secrets);
            } catch (ConfigException e) {
                LOG.warn("The last good configuration holds: {}", e.lines());
            }
        }
        try {
            return Files.exists(good()) ? ConfigFile.load(good(), secrets) : null;
        } catch (ConfigException e) {
            LOG.warn("What was a good configuration is none any more: {}", e.lines());
            return null;
        }
    }

    /// Fetches the configuration and keeps it if it is good and new. Blocks.
    ///
    /// @return true if another one holds now
    boolean renew() {
        try {
            byte[] text = fetched();
            boolean known = Files.exists(good()) && Arrays.equals(text, Files.readAllBytes(good()));
            if (known || Arrays.equals(text, refused)) {
                return false;
            }
            return keep(text);
        } catch (IOException e) {
            LOG.warn("The configuration {} cannot be had: {}", source, e.getMessage());
            return false;
        }
    }

    private boolean keep(byte[] text) throws IOException {
        Path next = Files.write(folder.resolve("next.yaml"), text);
        try {
            ConfigFile.load(remote() ? next : Path.of(source), secrets);
            Files.move(next, good(), StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (ConfigException e) {
            refused = text;
            LOG.error("The configuration {} is not taken: {}", source, e.lines());
            return false;
        }
    }

    private byte[] fetched() throws IOException {
        if (!remote()) {
            return Files.readAllBytes(Path.of(source));
        }
        try (HttpClients http = new HttpClients()) {
            Request request = new Request.Builder().url(source).build();
            OkHttpClient client =
                    http.client(request.url(), new HttpAccess(new Login.None(), null, DEADLINE));
            try (Response response = client.newCall(request).execute()) {
                if (!response.isSuccessful()) {
                    throw new IOException("the server answers " + response.code());
                }
                return response.body().source().inputStream().readNBytes(LONGEST);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no address", e);
        }
    }
}
