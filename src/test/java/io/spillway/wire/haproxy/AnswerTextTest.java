package io.spillway.wire.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.wire.haproxy.Answer.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {
    @Test
    void nothingIsSuccess() {
        assertThat(AnswerText.read("")).isEqualTo(new Answer.Done());
        assertThat(AnswerText.read("\n")).isEqualTo(new Answer.Done());
    }

    @Test
    void wordsWithoutATagAreData() {
        assertThat(AnswerText.read("1\n# be_id be_name\n"))
                .isEqualTo(new Answer.Data("1\n# be_id be_name\n"));
    }

    @Test
    void aNoticeIsNoFailure() {
        assertThat(AnswerText.read("[info]: admin\n")).isEqualTo(new Answer.Notice("admin"));
        assertThat(AnswerText.read("[warning]: no need to change the addr\n"))
                .isEqualTo(new Answer.Notice("no need to change the addr"));
    }

    @Test
    void anUnknownCommandIsRefusedThoughHaproxyCallsItInformation() {
        assertThat(
                        AnswerText.read(
                                "[info]: Unknown command, but maybe one of these:\n  show info\n"))
                .isEqualTo(
                        new Answer.Refused(
                                Reason.UNKNOWN_COMMAND,
                                "Unknown command, but maybe one of these:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Permission denied|PERMISSION_DENIED",
                "No such server.|NO_SUCH_SERVER",
                "No such backend.|NO_SUCH_BACKEND",
                "Can't find backend.|NO_SUCH_BACKEND",
                "No such proxy.|NO_SUCH_BACKEND",
                "Proxy is disabled.|PROXY_DISABLED",
                "Backend is using a static LB algorithm and only accepts weights"
                        + " '0%' and '100%'.|STATIC_ALGORITHM",
                "Trailing garbage in weight string|OTHER"
            })
    void aFailureIsRefusedForItsReason(String words, Reason reason) {
        assertThat(AnswerText.read("[err]: " + words + "\n"))
                .isEqualTo(new Answer.Refused(reason, words));
    }

    @Test
    void aKnownRefusalIsOneEvenWithoutATag() {
        assertThat(AnswerText.read("Permission denied\n"))
                .isEqualTo(new Answer.Refused(Reason.PERMISSION_DENIED, "Permission denied"));
    }
}
