package io.spillway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.action.operator.Role;
import io.spillway.control.scale.KubernetesTarget;
import io.spillway.control.scale.KubernetesTarget.Kind;
import io.spillway.fleet.Standby;
import io.spillway.relief.guard.Guards;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Operators, guards, standby servers and scaling.
class ReliefConfigTest {
    private static final String HASH =
            "$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8";
    private static final String BALANCERS =
            "balancers: [{name: lb-1, address: 'tcp://[::1]:9999'}]\n";

    @TempDir Path folder;
    private ConfigFixture fixture;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new ConfigFixture(folder);
    }

    private Config load(String text) throws Exception {
        return ConfigFile.load(fixture.write(BALANCERS + text), fixture::environment);
    }

    @Test
    void nothingOfItIsThereUnlessConfigured() throws Exception {
        Config config = load("pools: [{name: web}]");
        assertThat(config.relief().operators()).isEmpty();
        assertThat(config.relief().scales()).isEmpty();
        assertThat(config.relief().guards("web")).isEqualTo(Guards.NONE);
        assertThat(config.pools().getFirst().standby()).isEqualTo(Standby.NONE);
    }

    @Test
    void everythingOfIt() throws Exception {
        Config config =
                load(
                        """
                        classes: [critical, bots]
                        operators:
                          - {name: Ada, hash: '%s'}
                          - {name: Ben, hash: '%s', role: admin}
                        pools:
                          - name: web
                            standby: [web-7, web-8]
                            slowStart: 30s
                            bootTime: 2m
                            guards:
                              mostMoved: 30%%
                              lowestShare: 20%%
                              spare: 1
                              mostShed: {bots: 90%%}
                            scale:
                              command: [/bin/scale, web]
                          - name: api
                            scale:
                              webhook: https://scaler.example/go
                              bearer: {env: PASSWORD}
                              ca: ca.pem
                              deadline: 2s
                          - name: shop
                            scale: {kubernetes: StatefulSet/shop, namespace: prod, context: eu}
                        """
                                .formatted(HASH, HASH));
        ReliefConfig relief = config.relief();
        assertThat(relief.operators()).extracting("name").containsExactly("Ada", "Ben");
        assertThat(relief.operators()).extracting("role").containsExactly(Role.OPERATE, Role.ADMIN);
        assertThat(config.pools().getFirst().standby())
                .isEqualTo(
                        new Standby(
                                List.of("web-7", "web-8"),
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(2)));
        assertThat(relief.guards("web")).isEqualTo(new Guards(0.3, 0.2, 1, Map.of("bots", 0.9)));
        assertThat(relief.scales())
                .containsEntry(
                        "web",
                        new ScaleConfig.Command(
                                List.of("/bin/scale", "web"), Duration.ofSeconds(10)))
                .containsEntry(
                        "shop",
                        new ScaleConfig.Kubernetes(
                                new KubernetesTarget(Kind.STATEFUL_SET, "prod", "shop"),
                                null,
                                "eu",
                                Duration.ofSeconds(10)));
        assertThat(relief.scales().get("api"))
                .isInstanceOfSatisfying(
                        ScaleConfig.Webhook.class,
                        hook -> {
                            assertThat(hook.address())
                                    .isEqualTo(URI.create("https://scaler.example/go"));
                            assertThat(hook.deadline()).isEqualTo(Duration.ofSeconds(2));
                            assertThat(hook.ca()).isEqualTo(folder.resolve("ca.pem"));
                        });
        assertThat(config.toString()).doesNotContain("hunter2", "argon2");
    }

    @Test
    void aGuardOfAClassThatIsNotThereIsAMistake() {
        assertThatThrownBy(() ->
                        load(
                                """
                                classes: [critical, browse, bots]
                                pools:
                                  - {name: web, guards: {mostShed: {bot: 50%, browse: 10%}}}
                                """))
                .hasMessageContaining("mostShed names the class \"bot\"")
                .hasMessageContaining("write bots");
    }

    @Test
    void everyMistakeIsNamedOnce() {
        assertThatThrownBy(() ->
                        load(
                                """
                                operators:
                                  - {name: Ada, hash: hunter2}
                                  - {name: Ben, hash: '%s', role: root}
                                  - {name: ' bEN', hash: '%s'}
                                pools:
                                  - name: web
                                    standby: [web-7, web-7]
                                    slowStart: fast
                                    guards: {mostMoved: 0, mostShed: {bots: all}}
                                    scale: {webhook: 'https://a.example', command: [x], namespace: n}
                                  - name: api
                                    scale: {deadline: 1s}
                                  - name: shop
                                    scale: {kubernetes: job/x}
                                classes: [critical, bots]
                                """
                                        .formatted(HASH, HASH)))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> {
                            String text = String.valueOf(e.getMessage());
                            assertThat(text).doesNotContain("hunter2");
                            assertThat(text.lines().map(l -> l.replaceAll("^[^:]*:", "")))
                                    .satisfiesExactlyInAnyOrder(
                                            l -> assertThat(l).startsWith("3: hash is no argon2id"),
                                            l -> assertThat(l).startsWith("4: role is \"root\""),
                                            l ->
                                                    assertThat(l)
                                                            .startsWith("5: name \" bEN\" stands"),
                                            l ->
                                                    assertThat(l)
                                                            .startsWith("8: the server \"web-7\""),
                                            l ->
                                                    assertThat(l)
                                                            .startsWith("9: slowStart is \"fast\""),
                                            l -> assertThat(l).startsWith("10: mostMoved is \"0\""),
                                            l -> assertThat(l).startsWith("10: the share of bots"),
                                            l ->
                                                    assertThat(l)
                                                            .startsWith(
                                                                    "11: webhook stands beside"),
                                            l -> assertThat(l).startsWith("11: namespace stands"),
                                            l -> assertThat(l).startsWith("13: scale has no key"),
                                            l ->
                                                    assertThat(l)
                                                            .startsWith(
                                                                    "15: kubernetes is \"job/x\""));
                        });
    }
}
