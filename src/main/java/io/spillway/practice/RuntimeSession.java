package io.spillway.practice;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One connection to a Runtime API: lines in, framed answers out. Without `prompt` it closes after
/// the lines that came together; with it every command is answered and followed by `> `.
final class RuntimeSession {
    private static final int IDLE_MILLIS = 30_000;
    private static final int LONGEST_COMMAND = 16_384;
    private static final int LONGEST_LINE = 1 << 20;
    private static final Answer SEVERITY_USAGE =
            Answer.refused("one of 'none', 'number', 'string' is a required argument\n");

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final RuntimeCommands commands;
    private boolean prompt;
    private boolean closing;
    private String severity = "none";

    RuntimeSession(Socket socket, RuntimeCommands commands) throws IOException {
        this.socket = socket;
        this.commands = commands;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(IDLE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
    }

    void run() throws IOException {
        String line = readLine();
        while (line != null) {
            handle(line);
            boolean more = in.available() > 0;
            if (!more) {
                out.flush();
            }
            if (closing || (!prompt && !more)) {
                break;
            }
            line = readLine();
        }
        out.flush();
    }

    /// A line without its end, or `null` where nothing more comes; half a line is dropped.
    private @Nullable String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                String text = line.toString(StandardCharsets.UTF_8);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(c);
            if (line.size() > LONGEST_LINE) {
                return null;
            }
        }
        return null;
    }

    private void handle(String line) throws IOException {
        for (String command : line.split(";", -1)) {
            if (command.length() > LONGEST_COMMAND) {
                closing = true;
            }
            if (closing) {
                return;
            }
            Answer answer = answer(command.strip());
            if (answer != null) {
                write(answer);
            }
        }
    }

    private @Nullable Answer answer(String command) throws IOException {
        if (command.isEmpty()) {
            return commands.empty();
        }
        List<String> args = Stream.of(command.split("\\s+")).toList();
        return switch (args.getFirst()) {
            case "quit" -> {
                closing = true;
                yield null;
            }
            case "prompt" -> {
                closing = prompt;
                prompt = !prompt;
                yield Answer.DONE;
            }
            case "set" -> args.size() > 1 ? setting(args) : commands.run(args);
            default -> commands.run(args);
        };
    }

    private Answer setting(List<String> args) throws IOException {
        String value = args.size() > 2 ? args.get(2) : "";
        if (args.get(1).equals("severity-output")) {
            if (!List.of("none", "number", "string").contains(value)) {
                return SEVERITY_USAGE;
            }
            severity = value;
            return Answer.DONE;
        }
        if (args.get(1).equals("timeout") && value.equals("cli")) {
            return args.size() > 3
                    ? timeout(args.get(3))
                    : Answer.refused("Expects an integer value.\n");
        }
        return commands.run(args);
    }

    private Answer timeout(String delay) throws IOException {
        boolean seconds = delay.matches("[1-9]\\d{0,5}s?");
        boolean millis = delay.matches("[1-9]\\d{0,8}ms");
        if (!seconds && !millis) {
            return Answer.refused("Invalid timeout value.\n");
        }
        int number = Integer.parseInt(delay.replaceAll("\\D", ""));
        socket.setSoTimeout(seconds ? number * 1000 : number);
        return Answer.DONE;
    }

    private void write(Answer answer) throws IOException {
        StringBuilder text = new StringBuilder(answer.text().length() + 16);
        if (answer.severity() != Answer.Severity.NONE && !severity.equals("none")) {
            text.append('[');
            if (severity.equals("number")) {
                text.append(answer.severity().number);
            } else {
                text.append(answer.severity().word);
            }
            text.append("]: ");
        }
        text.append(answer.text()).append('\n').append(prompt ? "> " : "");
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
