package io.spillway.relief.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.relief.ClassMove;
import io.spillway.relief.Move;
import io.spillway.relief.Plan;
import io.spillway.relief.drain.DrainPlans;
import io.spillway.relief.guard.Clearance.Kind;
import io.spillway.relief.serving.Members;
import io.spillway.relief.serving.Serving;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuardsTest {
    private static Plan plan(List<Move> servers, List<ClassMove> classes) {
        return new Plan(
                "redistribute",
                "web",
                "be_web",
                Members.NOW,
                0.9,
                0.7,
                servers,
                classes,
                List.of(),
                0,
                Map.of(),
                Map.of(),
                List.of(),
                "");
    }

    private static Plan weights(int... after) {
        int sum = Arrays.stream(after).sum();
        List<Move> moves =
                IntStream.range(0, after.length)
                        .mapToObj(i ->
                                new Move(
                                        "web-" + i,
                                        100,
                                        after[i],
                                        0.5f,
                                        0.5f,
                                        1.0 / after.length,
                                        (double) after[i] / sum))
                        .toList();
        return plan(moves, List.of());
    }

    private static Plan shed(int rank, double admittedAfter, int permille) {
        return plan(
                List.of(),
                List.of(
                        new ClassMove(
                                "class-" + rank, rank, 1000, 1000, admittedAfter, 0, permille)));
    }

    @Test
    void withoutGuardsOnlyTheMostCriticalClassIsGuarded() {
        assertThat(Guards.NONE.broken(weights(10, 190, 100, 100), Members.pool(1))).isEmpty();
        assertThat(Guards.NONE.broken(shed(1, 0, 1000), Members.pool(1))).isEmpty();
        assertThat(Guards.NONE.broken(shed(0, 990, 10), Members.pool(1)))
                .containsExactly("It turns away 1 % of the class class-0, more than 0 %.");
        assertThat(Guards.NONE.broken(shed(0, 950, 0), Members.pool(1)))
                .as("by a rate limit")
                .containsExactly("It turns away 5 % of the class class-0, more than 0 %.");
    }

    @Test
    void eachGuardIsToldInWords() {
        Guards guards = new Guards(0.1, 0.5, 1, Map.of("class-2", 0.3));
        // 400 in all: 60 of them move.
        assertThat(guards.broken(weights(40, 160, 100, 100), Members.pool(1)))
                .containsExactly(
                        "It moves 15 % of the load of web, more than 10 %.",
                        "It leaves web-0 with 40 % of an equal share, less than 50 %.");
        assertThat(guards.broken(weights(62, 138, 100, 100), Members.pool(1))).isEmpty();
        assertThat(guards.broken(shed(2, 600, 400), Members.pool(1)))
                .containsExactly("It turns away 40 % of the class class-2, more than 30 %.");
        assertThat(guards.broken(shed(2, 700, 300), Members.pool(1))).isEmpty();
        Serving six = new Serving(Members.pool(5), Members.even(6, 10), 0);
        Plan drain = DrainPlans.drain(six, List.of("web-1"), Members.NOW);
        assertThat(new Guards(1, 0.5, 1, Map.of()).broken(drain, Members.pool(5)))
                .containsExactly("It leaves 5 servers of web in service, fewer than 6.");
    }

    @Test
    void byWhatRight() {
        List<String> broken = List.of("It moves much.");
        assertThat(Clearance.of(List.of(), "Ada", "", false).kind()).isEqualTo(Kind.WITHIN);
        Clearance second = Clearance.of(broken, "Ada", "Ben", true);
        assertThat(second.text()).isEqualTo("It moves much. Ben agreed as second operator.");
        assertThat(second.loud()).isFalse();
        Clearance emergency = Clearance.of(broken, "Ada", "", true);
        assertThat(emergency.granted() && emergency.loud()).isTrue();
        assertThat(emergency.text()).isEqualTo("It moves much. Ada overrode this in an emergency.");
        Clearance refused = Clearance.of(broken, "Ada", " ", false);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.text()).isEqualTo("It moves much. A second operator must agree.");
        assertThat(Clearance.of(broken, "", "", true).granted()).as("nobody's emergency").isFalse();
    }
}
