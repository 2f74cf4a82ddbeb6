package io.spillway.app.config;

import io.spillway.alarm.rule.Rules;
import io.spillway.app.config.FirstBalancer.ClientKeys;
import io.spillway.fleet.Match;
import io.spillway.fleet.Pool;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The small configuration with which a fleet is first watched: a balancer, a metrics engine or
/// none, and a pool for each backend that holds servers.
///
/// @param prometheus base address of the engine, null for none
/// @param haproxy how the balancer is reached
/// @param backends names of those that hold servers
/// @param match how servers are found in the metrics
/// @param wishes what nobody can find out
public record FirstConfig(
        @Nullable URI prometheus,
        FirstBalancer haproxy,
        List<String> backends,
        Match match,
        Wishes wishes) {
    private static final int LONGEST = 64;

    /// What somebody has to say.
    ///
    /// @param limit of CPU in every pool, above 0 and up to 1
    /// @param metres from the farthest viewer to the wall, 0 without a wall
    /// @param inches of the wall's diagonal, 0 without a wall
    public record Wishes(double limit, double metres, double inches) {
        /// What holds where nothing is said.
        public static final Wishes USUAL = new Wishes(0.9, 0, 0);
    }

    /// A first look may take longer than a poll.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// How servers may be found in the metrics, the likeliest first.
    public static final List<Match> MATCHES =
            List.of(
                    new Match(Match.By.ADDRESS, "instance", ""),
                    new Match(Match.By.LABEL, "server", ""));

    public FirstConfig {
        backends = List.copyOf(backends);
    }

    /// Reads addresses as somebody typed them.
    ///
    /// @param prometheus empty for none
    /// @param keys for `tls://`, null for none
    /// @throws ConfigException with a sentence for each that is none
    public static FirstConfig of(String prometheus, String haproxy, @Nullable ClientKeys keys)
            throws ConfigException {
        List<String> wrong = new ArrayList<>();
        URI engine = null;
        Address api = null;
        try {
            engine = prometheus.isEmpty() ? null : Values.url(prometheus);
        } catch (Unfit unfit) {
            wrong.add(sentence("Prometheus", prometheus, unfit));
        }
        try {
            api = Values.address(haproxy);
            if (keys == null && api instanceof Address.Port port && port.tls()) {
                wrong.add(
                        "HAProxy over tls:// needs certificates: name your key store and the"
                                + " authority. `spillway setup certificates` makes them.");
            }
        } catch (Unfit unfit) {
            wrong.add(
                    haproxy.isEmpty()
                            ? "HAProxy's address is missing: only the balancer says which servers"
                                    + " there are. Write unix:/PATH or tcp://HOST:PORT."
                            : sentence("HAProxy", haproxy, unfit));
        }
        if (!wrong.isEmpty() || api == null) {
            throw new ConfigException(wrong);
        }
        return of(engine, new FirstBalancer.Api(api, keys));
    }

    /// With nothing found yet.
    ///
    /// @param prometheus null for none
    public static FirstConfig of(@Nullable URI prometheus, FirstBalancer haproxy) {
        return new FirstConfig(prometheus, haproxy, List.of(), MATCHES.getFirst(), Wishes.USUAL);
    }

    /// Reads the address of a metrics engine as somebody typed it.
    ///
    /// @throws ConfigException with a sentence, if it is none
    public static URI engine(String text) throws ConfigException {
        try {
            return Values.url(text);
        } catch (Unfit unfit) {
            throw new ConfigException(List.of(sentence("Prometheus", text, unfit)));
        }
    }

    static String sentence(String whose, String text, Unfit unfit) {
        String found = unfit.found.isEmpty() ? "is \"" + text + "\"" : unfit.found;
        return "%s's address %s, expected %s: %s."
                .formatted(whose, found, unfit.expected, unfit.todo);
    }

    /// The same with what was found at the balancer.
    public FirstConfig with(List<String> found, Match how) {
        return new FirstConfig(prometheus, haproxy, found, how, wishes);
    }

    /// The same with what somebody says.
    public FirstConfig with(Wishes said) {
        return new FirstConfig(prometheus, haproxy, backends, match, said);
    }

    /// What it comes to, to be tried.
    public Config config(Path file) {
        List<Pool> pools =
                backends.stream()
                        .map(b ->
                                new Pool(
                                        name(b),
                                        b,
                                        wishes.limit(),
                                        0,
                                        List.of(FirstBalancer.NAME),
                                        match))
                        .toList();
        Rules rules = AlarmsReader.standard(pools);
        return new Config(
                file,
                "fleet",
                null,
                LookConfig.USUAL,
                Duration.ofSeconds(1),
                0,
                prometheus == null ? List.of() : List.of(metrics(prometheus)),
                List.of(haproxy.config(PATIENCE)),
                pools,
                List.of(),
                null,
                List.of(),
                new AlarmConfig(rules, rules),
                ReliefConfig.NONE,
                null);
    }

    /// A metrics engine as the configuration names it.
    public static SourceConfig.Engine metrics(URI engine) {
        return new SourceConfig.Engine("metrics", engine, null, null, PATIENCE, Map.of());
    }

    private static String name(String backend) {
        String fit = backend.replaceAll("[^A-Za-z0-9._:-]", "-");
        return fit.substring(0, Math.min(LONGEST, fit.length()));
    }

    /// The file's text, with comments for whoever edits it next.
    public String text() {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Spillway's configuration, written by setup after all of this had answered.
                        # Every key: docs/configuration.md. `spillway check` tries it again.

                        # The name of what is watched, on every screen.
                        site: fleet

                        """);
        if (prometheus != null) {
            text.append(
                    """
                    # Where CPU and load come from.
                    sources:
                      - name: metrics
                        prometheus: %s

                    """
                            .formatted(quoted(prometheus.toString())));
        }
        text.append(
                """
                # Whose weights are read; through a Runtime API they are changed too, once somebody
                # enters Operate.
                balancers:
                  - name: %s
                    %s

                # A pool for each backend that holds servers: remove those that are not to be watched.
                # `match` says by which label of the metrics a server is found.
                pools:
                """
                        .formatted(FirstBalancer.NAME, String.join("\n    ", haproxy.lines())));
        String by = match.by().name().toLowerCase(Locale.ROOT);
        for (String backend : backends) {
            text.append("  - name: ").append(quoted(name(backend)));
            text.append("\n    backend: ").append(quoted(backend));
            text.append("\n    match: {by: %s, label: %s}\n".formatted(by, match.label()));
            if (wishes.limit() != Wishes.USUAL.limit()) {
                text.append("    # Above it a server counts as overloaded.\n");
                text.append("    cpuLimit: %d%%\n".formatted(Math.round(100 * wishes.limit())));
            }
        }
        if (wishes.metres() > 0) {
            text.append("\n# The wall is started with what its farthest viewer needs:\n");
            text.append(
                    "# spillway wall --metres %s --inches %s\n"
                            .formatted(plain(wishes.metres()), plain(wishes.inches())));
        }
        return text.toString();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /// A text that no YAML takes for anything else.
    static String quoted(String text) {
        return new JsonMapper().writeValueAsString(text);
    }
}
