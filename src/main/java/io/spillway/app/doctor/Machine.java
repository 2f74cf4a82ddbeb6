package io.spillway.app.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.spillway.ui.sound.Sounds;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Looks at the computer that Spillway runs on.
public final class Machine {
    private static final String FONTS = "fonts";
    private static final long GIB = 1 << 30;

    /// A console of 10,000 servers lives in half of it.
    private static final long ENOUGH_MEMORY = 2 * GIB;

    private final Function<String, @Nullable String> environment;

    /// @param environment gives the value of an environment variable, null where it is not set
    public Machine(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /// Looks at everything; takes about a second.
    ///
    /// @param language that screens are to speak
    public List<Finding> look(Locale language) {
        List<Finding> all = new ArrayList<>();
        all.add(system());
        all.add(memory());
        all.add(display());
        all.add(fonts(language));
        all.add(sound());
        return all;
    }

    private static Finding system() {
        return Finding.ok(
                "machine",
                "Java %s, %s %s %s, %d processors"
                        .formatted(
                                Runtime.version(),
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch"),
                                Runtime.getRuntime().availableProcessors()));
    }

    private static Finding memory() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long all = system.getTotalMemorySize();
        String text = "%.1f GiB of memory".formatted((double) all / GIB);
        return all >= ENOUGH_MEMORY
                ? Finding.ok("memory", text)
                : Finding.note("memory", text + ": a large fleet needs 2 GiB");
    }

    private Finding display() {
        String display = environment.apply("DISPLAY");
        if (linux() && (display == null || display.isEmpty())) {
            return Finding.note(
                    "display",
                    "no display (DISPLAY is not set): the console runs in the terminal; for its"
                            + " window start it from a desktop, or under Xvfb");
        }
        return Finding.ok("display", linux() ? "display " + display : "the system's desktop");
    }

    /// Other systems bring Japanese letters along.
    private Finding fonts(Locale language) {
        if (!linux()) {
            return Finding.ok(FONTS, "the system's");
        }
        try {
            Process process = new ProcessBuilder("fc-list", ":lang=ja", "family").start();
            String families = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!families.isBlank()) {
                return Finding.ok(FONTS, "Latin and Japanese letters show");
            }
        } catch (IOException e) {
            return Finding.note(FONTS, "fc-list is missing: install fontconfig");
        }
        return language.getLanguage().equals("ja")
                ? Finding.fail(
                        FONTS,
                        "no font has Japanese letters, they show as boxes: install one, on Debian"
                                + " fonts-vlgothic or fonts-noto-cjk")
                : Finding.ok(FONTS, "Latin letters show; there is no font for Japanese ones");
    }

    private static boolean linux() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    private static Finding sound() {
        try {
            Sounds.check();
            return Finding.ok("sound", "a loudspeaker was found");
        } catch (IOException e) {
            return Finding.note("sound", String.valueOf(e.getMessage()));
        }
    }
}
