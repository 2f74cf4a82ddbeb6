package io.spillway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.CommandLines.Outcome;
import org.junit.jupiter.api.Test;

/// `spillway manual` says where pages lie.
class ManualCommandTest {
    private static Outcome run(String... args) {
        return CommandLines.run(_ -> null, args);
    }

    @Test
    void saysWhereAPageLies() {
        assertThat(run("manual").out()).containsPattern("docs/(index.html|README.md)\n");
        assertThat(run("manual", "alarms").out()).containsPattern("docs/alarms\\.(html|md)\n");
        assertThat(run("manual", "--list").out()).contains("alarms\n", "operating\n");
    }

    @Test
    void aPageThatIsNotThereIsGuessed() {
        Outcome outcome = run("manual", "alarm");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no page \"alarm\"; did you mean alarms?");
    }
}
