package io.spillway.app.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The login keychain of macOS, by its program `security`. Values stand there in Base64, since
/// `security` prints others in two different ways.
record Keychain(Runner runner) implements SecretStore {
    private static final String SECURITY = "/usr/bin/security";
    private static final String SERVICE = "spillway";
    private static final int NOT_FOUND = 44;

    /// Accounts of items; attributes are sorted by name, so the service comes after.
    private static final Pattern ITEM =
            Pattern.compile(
                    "\"acct\"<blob>=\"([A-Za-z0-9_]+)\"(?:(?!\"acct\")[\\s\\S])*?\"svce\"<blob>=\""
                            + SERVICE
                            + "\"");

    @Override
    public String place() {
        return "the login keychain";
    }

    @Override
    public @Nullable String get(String name) {
        Runner.Ran ran =
                run(
                        List.of(SECURITY, "find-generic-password", "-s", SERVICE, "-a", name, "-w"),
                        "");
        if (ran.code() == NOT_FOUND) {
            return null;
        }
        check(ran);
        try {
            return new String(Base64.getDecoder().decode(ran.out().strip()), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "what the login keychain holds for %1$s was not put there by Spillway: write `spillway secret set %1$s`"
                            .formatted(name),
                    e);
        }
    }

    /// On the standard input: arguments can be seen by everybody.
    @Override
    public void put(String name, String secret) {
        String value = Base64.getEncoder().encodeToString(secret.getBytes(UTF_8));
        run(
                List.of(SECURITY, "-i"),
                "add-generic-password -U -s %s -a %s -w %s\n".formatted(SERVICE, name, value));
        // Fed like this it does not tell by its exit code.
        if (!secret.equals(get(name))) {
            throw trouble();
        }
    }

    @Override
    public boolean remove(String name) {
        Runner.Ran ran =
                run(List.of(SECURITY, "delete-generic-password", "-s", SERVICE, "-a", name), "");
        if (ran.code() == NOT_FOUND) {
            return false;
        }
        check(ran);
        return true;
    }

    @Override
    public List<String> names() {
        Runner.Ran ran = run(List.of(SECURITY, "dump-keychain"), "");
        check(ran);
        return ITEM.matcher(ran.out())
                .results()
                .map(MatchResult::group)
                .map(Keychain::account)
                .sorted()
                .toList();
    }

    private static String account(String item) {
        return item.split("\"", 5)[3];
    }

    private Runner.Ran run(List<String> command, String input) {
        try {
            return runner.run(command, input);
        } catch (IOException e) {
            throw new StoreException(
                    "the login keychain cannot be asked: check that %s runs".formatted(SECURITY),
                    e);
        }
    }

    private static void check(Runner.Ran ran) {
        if (ran.code() != 0) {
            throw trouble();
        }
    }

    private static StoreException trouble() {
        return new StoreException(
                "the login keychain refused: unlock it in Keychain Access, and let `security` use it");
    }
}
