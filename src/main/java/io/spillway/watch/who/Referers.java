package io.spillway.watch.who;

import java.util.Set;

/// What a referer or a query says about where a visitor comes from.
final class Referers {
    private static final Set<String> ENGINES =
            Set.of(
                    "google",
                    "bing",
                    "yahoo",
                    "duckduckgo",
                    "baidu",
                    "yandex",
                    "ecosia",
                    "startpage",
                    "qwant",
                    "ask",
                    "aol",
                    "naver",
                    "seznam",
                    "sogou",
                    "brave",
                    "search");

    /// Services of search engines that send readers, not searchers.
    private static final Set<String> NO_SEARCH =
            Set.of("mail", "news", "groups", "plus", "docs", "sites", "ads");

    private static final String[] CAMPAIGN_FIELDS = {
        "utm_campaign=", "utm_source=", "utm_medium=", "gclid=", "fbclid="
    };

    private Referers() {}

    /// The host of an address in lower case, without `www.` and port; empty if there is none.
    static String host(String referer) {
        int from = referer.indexOf("://");
        if (from < 0) {
            return "";
        }
        from += 3;
        int to = from;
        while (to < referer.length() && "/:?#".indexOf(referer.charAt(to)) < 0) {
            to++;
        }
        if (referer.regionMatches(true, from, "www.", 0, 4)) {
            from += 4;
        }
        return referer.substring(Math.min(from, to), to).toLowerCase(java.util.Locale.ROOT);
    }

    /// True if the host belongs to a search engine.
    static boolean isSearch(String host) {
        int from = 0;
        boolean first = true;
        while (from < host.length()) {
            int dot = host.indexOf('.', from);
            String label = host.substring(from, dot < 0 ? host.length() : dot);
            if (first && NO_SEARCH.contains(label)) {
                return false;
            }
            // The last label is the top-level domain.
            if (dot >= 0 && ENGINES.contains(label)) {
                return true;
            }
            first = false;
            from = dot < 0 ? host.length() : dot + 1;
        }
        return false;
    }

    /// The campaign's mark in a query, as `utm_campaign=spring`; a click's number is left out;
    /// empty if there is none.
    static String campaign(String path) {
        int query = path.indexOf('?');
        if (query < 0) {
            return "";
        }
        for (String field : CAMPAIGN_FIELDS) {
            int at = path.indexOf(field, query + 1);
            if (at > 0 && "?&;".indexOf(path.charAt(at - 1)) >= 0) {
                if (!field.startsWith("utm")) {
                    return field.substring(0, field.length() - 1);
                }
                int end = at + field.length();
                while (end < path.length() && "&;#".indexOf(path.charAt(end)) < 0) {
                    end++;
                }
                return path.substring(at, end);
            }
        }
        return "";
    }
}
