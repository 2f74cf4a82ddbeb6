package io.spillway.app.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.app.cli.Refused;
import io.spillway.app.config.BalancerConfig;
import java.net.URI;
import java.time.Duration;
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
        try (var adapters = new Adapters(true)) {
            assertThatThrownBy(() -> adapters.balancer(httpd))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("lb-1: practice moves no traffic on an httpd");
            assertThatThrownBy(() -> adapters.control(httpd)).isInstanceOf(Refused.class);
        }
    }
}
