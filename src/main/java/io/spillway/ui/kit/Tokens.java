package io.spillway.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A theme's colours, for code that draws pixels. Names are those of the style sheets without the
/// leading `-sw-`: `panel`, `data-2`, `p1`.
public final class Tokens {
    private static final Pattern ENTRY =
            Pattern.compile("-sw-([a-z0-9-]+)\\s*:\\s*#([0-9a-fA-F]{6})([0-9a-fA-F]{2})?\\s*;");

    private final Map<String, Integer> colours;

    private Tokens(Map<String, Integer> colours) {
        this.colours = colours;
    }

    /// Reads a theme's token file.
    public static Tokens of(Theme theme) {
        try (InputStream in = Tokens.class.getResourceAsStream(theme.tokenFile())) {
            if (in == null) {
                throw new IllegalStateException("Missing from the build: " + theme.tokenFile());
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Tokens parse(String css) {
        Map<String, Integer> colours = new LinkedHashMap<>();
        Matcher m = ENTRY.matcher(css);
        while (m.find()) {
            int rgb = Integer.parseInt(m.group(2), 16);
            int alpha = m.group(3) == null ? 0xff : Integer.parseInt(m.group(3), 16);
            colours.put(m.group(1), alpha << 24 | rgb);
        }
        return new Tokens(colours);
    }

    /// Every name.
    public Set<String> names() {
        return colours.keySet();
    }

    /// A colour as `0xAARRGGBB`, not premultiplied.
    ///
    /// @throws IllegalArgumentException if there is no such token
    public int argb(String name) {
        Integer colour = colours.get(name);
        if (colour == null) {
            throw new IllegalArgumentException("No such colour: -sw-" + name);
        }
        return colour;
    }
}
