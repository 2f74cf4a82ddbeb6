package io.spillway.relief.serving;

import io.spillway.fleet.AdminState;
import io.spillway.fleet.Match;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Pool;
import io.spillway.fleet.Standby;
import io.spillway.relief.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Pools for tests: two balancers, servers of equal weight, 0.1 % of CPU for a request a second
/// above a background of 10 %.
public final class Members {
    public static final long NOW = 1_795_000_000_000L;

    private Members() {}

    /// A pool whose slow start takes 30 s, after 2 min to boot.
    ///
    /// @param least servers that must stay in service
    public static Pool pool(int least, String... standby) {
        return new Pool(
                "web",
                "be_web",
                0.9,
                least,
                List.of("lb-1", "lb-2"),
                new Match(Match.By.LABEL, "server", ""),
                0,
                0,
                new Standby(List.of(standby), Duration.ofSeconds(30), Duration.ofMinutes(2)));
    }

    public static Member ready(int i, double requests) {
        return member(i, AdminState.READY, requests);
    }

    public static Member idle(int i) {
        return new Member(
                "web-" + i,
                Map.of("lb-1", AdminState.MAINT, "lb-2", AdminState.MAINT),
                OperState.UNKNOWN,
                Map.of("lb-1", 100, "lb-2", 100),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                0,
                100);
    }

    public static Member member(int i, AdminState state, double requests) {
        return new Member(
                "web-" + i,
                Map.of("lb-1", state, "lb-2", state),
                OperState.UP,
                Map.of("lb-1", 100, "lb-2", 100),
                0.1 + 0.001 * requests,
                requests,
                0.1,
                0.001,
                7,
                100);
    }

    /// So many servers with the same load.
    public static List<Member> even(int count, double each) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> ready(i, each)).toList();
    }

    /// Its checks, `+` passed, `-` not, `!` blocking.
    public static List<String> texts(Plan plan) {
        return plan.checks().stream()
                .map(c -> (c.passed() ? "+ " : c.blocking() ? "! " : "- ") + c.text())
                .toList();
    }
}
