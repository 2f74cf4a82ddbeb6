package io.spillway.action.operator;

import static io.spillway.action.operator.SecondPerson.Verdict.AGREED;
import static io.spillway.action.operator.SecondPerson.Verdict.LOCKED;
import static io.spillway.action.operator.SecondPerson.Verdict.NOTHING_OPEN;
import static io.spillway.action.operator.SecondPerson.Verdict.NO_NAME;
import static io.spillway.action.operator.SecondPerson.Verdict.TOO_LATE;
import static io.spillway.action.operator.SecondPerson.Verdict.WAITING;
import static io.spillway.action.operator.SecondPerson.Verdict.WRONG_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.action.operator.SecondPerson.Answer;
import io.spillway.action.operator.SecondPerson.Step;
import io.spillway.action.operator.SecondPerson.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondPersonTest {
    private static final Instant T0 = Instant.parse("2026-11-22T13:00:00Z");
    private static final Answer BEN = new Answer("Ben", true, "d1", "desk-1");
    private static final Answer WRONG = new Answer("Ben", false, "d1", "desk-1");

    private static SecondPerson opened() {
        Step step = SecondPerson.none().open("Ada", "d1", "desk-1", T0);
        assertThat(step.verdict()).isEqualTo(WAITING);
        return step.memory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // name | secret fits | act | desk | after s | verdict | still open
                "Ben   | true  | d1 | desk-1 | 0   | AGREED       | false",
                "Ben   | true  | d1 | desk-1 | 60  | AGREED       | false",
                "Ben   | true  | d1 | desk-1 | 61  | TOO_LATE     | false",
                "Ben   | true  | d1 | desk-1 | -61 | TOO_LATE     | false",
                "Ben   | false | d1 | desk-1 | 10  | WRONG_SECRET | true",
                "''    | true  | d1 | desk-1 | 10  | NO_NAME      | true",
                "Ada   | true  | d1 | desk-1 | 10  | SAME_PERSON  | true",
                "' aDA'| true  | d1 | desk-1 | 10  | SAME_PERSON  | true",
                "Ben   | true  | d2 | desk-1 | 10  | OTHER_ACT    | true",
                "Ben   | true  | d1 | desk-2 | 10  | OTHER_DESK   | true",
            })
    void oneAnswer(
            String name,
            boolean fits,
            String act,
            String desk,
            int after,
            Verdict verdict,
            boolean open) {
        Step step = opened().answer(new Answer(name, fits, act, desk), T0.plusSeconds(after));
        assertThat(step.verdict()).isEqualTo(verdict);
        assertThat(step.agreed()).isEqualTo(verdict == AGREED);
        assertThat(step.memory().open() != null).isEqualTo(open);
        assertThat(step.text()).matches("[A-Z].*\\.").doesNotContain("d1");
    }

    @Test
    void nobodyComes() {
        SecondPerson memory = opened();
        assertThat(memory.look(T0.plusSeconds(59)).text())
                .isEqualTo("Waits for a second operator for another 1 s.");
        Step late = memory.look(T0.plusMillis(60_001));
        assertThat(late.verdict()).isEqualTo(TOO_LATE);
        assertThat(late.text())
                .isEqualTo("No second operator agreed within 60 s: nothing was done; ask again.");
        assertThat(late.memory().answer(BEN, T0.plusSeconds(61)).verdict()).isEqualTo(NOTHING_OPEN);
    }

    @Test
    void anAgreementServesOnce() {
        Step agreed = opened().answer(BEN, T0.plusSeconds(1));
        assertThat(agreed.text()).isEqualTo("Ben agreed to what Ada asked for.");
        assertThat(agreed.memory().answer(BEN, T0.plusSeconds(2)).verdict())
                .isEqualTo(NOTHING_OPEN);
    }

    @Test
    void threeWrongSecretsCloseTheRequestAndLockTheDeskForAWhile() {
        Step first = opened().answer(WRONG, T0.plusSeconds(1));
        Step second = first.memory().answer(WRONG, T0.plusSeconds(2));
        Step third = second.memory().answer(WRONG, T0.plusSeconds(3));
        assertThat(first.text()).isEqualTo("Name or secret is wrong: 2 tries left.");
        assertThat(second.verdict()).isEqualTo(WRONG_SECRET);
        assertThat(third.verdict()).isEqualTo(LOCKED);
        assertThat(third.memory().answer(BEN, T0.plusSeconds(4)).verdict()).isEqualTo(NOTHING_OPEN);
        SecondPerson locked = third.memory();
        Step soon = locked.open("Ada", "d1", "desk-1", T0.plusSeconds(4));
        assertThat(soon.verdict()).isEqualTo(LOCKED);
        assertThat(soon.text())
                .isEqualTo("After 3 wrong secrets nothing can be asked for: wait 59 s.");
        assertThat(locked.open("Ada", "d1", "desk-1", T0.plusSeconds(63)).verdict())
                .isEqualTo(WAITING);
    }

    @Test
    void aRightSecretAfterAWrongOneAgrees() {
        Step wrong = opened().answer(WRONG, T0.plusSeconds(1));
        assertThat(wrong.memory().answer(BEN, T0.plusSeconds(2)).agreed()).isTrue();
    }

    @Test
    void asTheFirstNobodyIsNobody() {
        assertThat(SecondPerson.none().open("  ", "d1", "desk-1", T0).verdict()).isEqualTo(NO_NAME);
        assertThat(opened().withdrawn().answer(BEN, T0).verdict()).isEqualTo(NOTHING_OPEN);
    }
}
