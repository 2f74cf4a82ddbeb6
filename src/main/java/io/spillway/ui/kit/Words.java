package io.spillway.ui.kit;

import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The texts of the screens, in the default locale's language, or in English where there are none:
/// bundles `words/AREA.properties`, one for each part of the console, whose keys begin with the
/// area's name. A text that takes arguments is a [MessageFormat], where a plain `{0}` shows a
/// number without grouping.
public final class Words extends ResourceBundle {
    private static final List<String> AREAS =
            List.of(
                    "kit", "shell", "board", "servers", "alarms", "plan", "traffic", "why", "plot",
                    "rules", "sound", "keys", "wall", "setup");

    private static final Map<Locale, Words> SPOKEN = new ConcurrentHashMap<>();

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

    private Words(Locale language) {
        Control control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        for (String area : AREAS) {
            ResourceBundle bundle = getBundle("words." + area, language, control);
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        }
    }

    /// All texts, for the loader of FXML.
    public static ResourceBundle bundle() {
        return spoken();
    }

    private static Words spoken() {
        return SPOKEN.computeIfAbsent(Locale.getDefault(), Words::new);
    }

    /// A text, for any thread.
    ///
    /// @param arguments what stands for `{0}`, `{1}` and so on, shown by its own `toString`
    /// @throws java.util.MissingResourceException if there is no such text
    public static String of(String key, Object... arguments) {
        Words words = spoken();
        if (arguments.length == 0) {
            return words.getString(key);
        }
        MessageFormat pattern = words.patterns.computeIfAbsent(key, words::pattern);
        synchronized (pattern) {
            return pattern.format(arguments);
        }
    }

    /// What a text of the desk means in the screens' language.
    ///
    /// @param key of the text that it may be
    /// @param english as the desk says it
    /// @return `english` itself if that is not what stands under the key
    public static String instead(String key, String english) {
        Words desk = SPOKEN.computeIfAbsent(Locale.ENGLISH, Words::new);
        return english.equals(desk.texts.get(key)) ? of(key) : english;
    }

    private MessageFormat pattern(String key) {
        MessageFormat pattern = new MessageFormat(getString(key), Locale.ROOT);
        Format[] formats = pattern.getFormats();
        Arrays.setAll(formats, i -> formats[i] == null ? new AsIs() : formats[i]);
        pattern.setFormats(formats);
        return pattern;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }

    /// Shows numbers as they are: a [MessageFormat] alone would group their digits.
    private static final class AsIs extends Format {
        private static final long serialVersionUID = 1;

        @Override
        public StringBuffer format(Object value, StringBuffer to, FieldPosition at) {
            return to.append(value);
        }

        @Override
        public Object parseObject(String source, ParsePosition at) {
            throw new UnsupportedOperationException("texts are only written");
        }
    }
}
