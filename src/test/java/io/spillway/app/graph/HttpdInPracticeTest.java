package io.spillway.app.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Rules;
import io.spillway.app.cli.Refused;
import io.spillway.app.config.AlarmConfig;
import io.spillway.app.config.BalancerConfig;
import io.spillway.app.config.Config;
import io.spillway.app.config.LookConfig;
import io.spillway.app.config.ReliefConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpdInPracticeTest {
    @Test
    void practiceNeitherReadsNorChangesAnHttpd() {
        var httpd =
                new BalancerConfig.Httpd(
                        "lb-1",
                        URI.create("http://127.0.0.1/balancer-manager"),
                        null,
                        null,
                        Duration.ofSeconds(1));
        Rules rules = DefaultRules.rules();
        Config config =
                new Config(
                        Path.of("spillway.yaml"),
                        "shop",
                        null,
                        LookConfig.USUAL,
                        Duration.ofSeconds(1),
                        0,
                        List.of(),
                        List.of(httpd),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        new AlarmConfig(rules, rules),
                        ReliefConfig.NONE,
                        null);
        try (var adapters = new Adapters(true)) {
            assertThatThrownBy(() -> adapters.balancer(config, httpd))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("lb-1: practice moves no traffic on an httpd");
            assertThatThrownBy(() -> adapters.control(httpd)).isInstanceOf(Refused.class);
        }
    }
}
