package io.spillway.source.log;

/// `GET /path HTTP/1.1` taken apart; a path may hold spaces, and an absolute address (HTTP/2 in
/// HAProxy's log) is shortened to its path.
///
/// @param method empty if the request was none
/// @param path with its query, empty if the request was none
record RequestLine(String method, String path) {
    static RequestLine of(String text) {
        int first = text.indexOf(' ');
        if (first <= 0) {
            return new RequestLine("", "");
        }
        int last = text.lastIndexOf(" HTTP/");
        String target = text.substring(first + 1, last > first ? last : text.length());
        return new RequestLine(text.substring(0, first), path(target));
    }

    private static String path(String target) {
        int scheme = target.startsWith("http") ? target.indexOf("://") : -1;
        if (scheme < 0 || scheme > 5) {
            return target;
        }
        int slash = target.indexOf('/', scheme + 3);
        return slash < 0 ? "/" : target.substring(slash);
    }
}
