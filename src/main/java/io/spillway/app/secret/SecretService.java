package io.spillway.app.secret;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The Secret Service of a Linux desktop, such as GNOME Keyring or KWallet, by libsecret's program
/// `secret-tool`.
record SecretService(Runner runner) implements SecretStore {
    private static final String TOOL = "secret-tool";

    private static final Pattern NAME =
            Pattern.compile("^attribute\\.name = (\\w+)$", Pattern.MULTILINE);

    /// True if the program is there, and a service behind it answers.
    boolean answers() {
        try {
            return found(runner.run(at("lookup", "NONE"), ""));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String place() {
        return "the Secret Service";
    }

    @Override
    public @Nullable String get(String name) {
        Runner.Ran ran = run(at("lookup", name), "");
        if (!found(ran)) {
            throw trouble(ran);
        }
        return ran.code() == 0 ? ran.out() : null;
    }

    /// The program takes the secret from its standard input alone.
    @Override
    public void put(String name, String secret) {
        List<String> command = new ArrayList<>(List.of(TOOL, "store", "--label=Spillway " + name));
        command.addAll(of(name));
        Runner.Ran ran = run(command, secret);
        if (ran.code() != 0) {
            throw trouble(ran);
        }
    }

    @Override
    public boolean remove(String name) {
        if (get(name) == null) {
            return false;
        }
        Runner.Ran ran = run(at("clear", name), "");
        if (ran.code() != 0) {
            throw trouble(ran);
        }
        return true;
    }

    /// The program prints values among the rest; only names are taken.
    @Override
    public List<String> names() {
        Runner.Ran ran = run(List.of(TOOL, "search", "--all", "service", "spillway"), "");
        if (!found(ran)) {
            throw trouble(ran);
        }
        return NAME.matcher(ran.err() + "\n" + ran.out())
                .results()
                .map(m -> m.group(1))
                .sorted()
                .distinct()
                .toList();
    }

    private static List<String> at(String what, String name) {
        List<String> command = new ArrayList<>(List.of(TOOL, what));
        command.addAll(of(name));
        return command;
    }

    private static List<String> of(String name) {
        return List.of("service", "spillway", "name", name);
    }

    /// What is not there is told by the code alone, trouble in words too.
    private static boolean found(Runner.Ran ran) {
        return ran.code() == 0 || ran.err().isBlank();
    }

    private Runner.Ran run(List<String> command, String input) {
        try {
            return runner.run(command, input);
        } catch (IOException e) {
            throw new StoreException(
                    "the Secret Service cannot be asked: check that secret-tool runs", e);
        }
    }

    private static StoreException trouble(Runner.Ran ran) {
        String said = ran.err().strip().lines().findFirst().orElse("no reason given");
        return new StoreException(
                "the Secret Service refused (%s): unlock the keyring of your desktop"
                        .formatted(said.replaceFirst("^secret-tool: ", "")));
    }
}
