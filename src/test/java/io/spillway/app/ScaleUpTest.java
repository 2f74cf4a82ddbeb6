package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// From HAProxy's default weight 1 to finer ones and back, watched on another connection: no server
/// gets more than twice its share for longer than a blink.
class ScaleUpTest {
    private static final Duration BLINK = Duration.ofMillis(50);

    @TempDir Path dir;

    @Test
    void noServerGetsTwiceItsShareWhileSmallWeightsAreScaledUp() throws Exception {
        try (TwoBalancers site = new TwoBalancers(dir, "")) {
            Cli cli = new Cli(site.config(site.two.tcp()), dir.resolve("state"));
            Path plan = dir.resolve("plan.json");
            JsonNode made =
                    cli.json("plan", "redistribute", "web", "--json", "--out", plan.toString());
            assertThat(made.get("servers")).anyMatch(s -> s.get("weightAfter").asInt() > 8);

            ShareWatch watch = new ShareWatch(site.two.unix(), "be_web");
            JsonNode applied =
                    cli.json(
                            "apply",
                            plan.toString(),
                            "--operator",
                            "ops-1",
                            "--reason",
                            "uneven pool",
                            "--json");
            List<ShareWatch.Moment> up = watch.end();
            assertNoneTookTwice(up);
            assertThat(up.getFirst().weights().values()).containsOnly(1);
            assertThat(up.getLast().weights()).isEqualTo(site.weights(site.two));

            ShareWatch back = new ShareWatch(site.two.unix(), "be_web");
            cli.ok("undo", applied.get("id").asString(), "--operator", "ops-1");
            assertNoneTookTwice(back.end());
        }
    }

    private static void assertNoneTookTwice(List<ShareWatch.Moment> moments) {
        long sets = moments.stream().map(ShareWatch.Moment::weights).distinct().count();
        assertThat(sets).as("sets of weights seen").isGreaterThanOrEqualTo(2);
        assertThat(ShareWatch.longestExcess(moments)).isLessThanOrEqualTo(BLINK);
    }
}
