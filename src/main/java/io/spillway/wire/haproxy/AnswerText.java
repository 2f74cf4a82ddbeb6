package io.spillway.wire.haproxy;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads answers, as HAProxy writes them after `set severity-output string`.
final class AnswerText {
    private static final Pattern TAG = Pattern.compile("\\[([a-z]+)]: ");
    private static final Set<String> FAILURES = Set.of("emerg", "alert", "crit", "err");

    private AnswerText() {}

    /// Reads the text between two prompts.
    static Answer read(String text) {
        if (text.isBlank()) {
            return new Answer.Done();
        }
        Matcher tag = TAG.matcher(text);
        boolean tagged = tag.lookingAt();
        String words = tagged ? text.substring(tag.end()).strip() : text.strip();
        var reason = Answer.Reason.of(words);
        if (reason == Answer.Reason.UNKNOWN_COMMAND) {
            // HAProxy calls this an information, and lists its commands.
            return new Answer.Refused(reason, words.lines().findFirst().orElse(words));
        }
        if (reason != Answer.Reason.OTHER || (tagged && FAILURES.contains(tag.group(1)))) {
            return new Answer.Refused(reason, words);
        }
        return tagged ? new Answer.Notice(words) : new Answer.Data(text);
    }
}
