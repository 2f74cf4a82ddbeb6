package io.spillway.watch.who;

import java.util.List;

/// What a user agent's text says it is; anyone may claim to be a browser.
enum AgentClass {
    /// No text.
    EMPTY,
    /// Looks like a person's browser or app.
    BROWSER,
    /// Names itself a crawler or a monitor.
    CRAWLER,
    /// A library, a script or a feed reader.
    SCRIPT;

    private static final List<String> CRAWLERS =
            List.of(
                    "bot",
                    "crawl",
                    "spider",
                    "slurp",
                    "archiv",
                    "monitor",
                    "pingdom",
                    "scan",
                    "check",
                    "preview",
                    "facebookexternalhit",
                    "mediapartners",
                    "nutch",
                    "ezooms",
                    "headless",
                    "+http");

    private static final List<String> BROWSERS =
            List.of(
                    "mozilla/",
                    "opera",
                    "dalvik/",
                    "cfnetwork/",
                    "okhttp/",
                    "blackberry",
                    "nokia",
                    "ucweb",
                    "lynx/");

    static AgentClass of(String text) {
        if (text.isBlank() || text.equals("-")) {
            return EMPTY;
        }
        if (has(text, CRAWLERS)) {
            return CRAWLER;
        }
        for (String start : BROWSERS) {
            if (text.regionMatches(true, 0, start, 0, start.length())) {
                return BROWSER;
            }
        }
        return SCRIPT;
    }

    private static boolean has(String text, List<String> words) {
        String lower = lower(text);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// ASCII letters only, which is much faster than for all languages.
    private static String lower(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] >= 'A' && chars[i] <= 'Z') {
                chars[i] = (char) (chars[i] + 32);
            }
        }
        return new String(chars);
    }
}
