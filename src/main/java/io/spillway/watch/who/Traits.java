package io.spillway.watch.who;

import io.spillway.fleet.LoggedRequest;
import java.util.Set;

/// One request reduced to numbers: hashes of its texts and a few bits. One object is filled again
/// for every request.
final class Traits {
    /// No referer.
    static final int NO_REFERER = 0;

    /// A referer; whether it is the site itself shows only in comparison.
    static final int HOST = 1;

    /// A search engine.
    static final int SEARCH = 2;

    /// The query carries a campaign's mark.
    static final int CAMPAIGN = 3;

    static final int STATIC = 4;
    static final int REFERER_SHIFT = 3;

    private static final Set<String> STATIC_ENDS =
            Set.of(
                    "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "ico", "svg", "webp",
                    "avif", "woff", "woff2", "ttf", "eot", "otf", "mp3", "mp4", "webm");

    private final Names names;
    private final int[] agentKeys = new int[4096];
    private final byte[] agentClasses = new byte[4096];

    long time;
    int source;
    int net;
    int agent;
    int path;
    int mark;
    short status;
    byte flags;

    Traits(Names names) {
        this.names = names;
    }

    /// Takes a request apart.
    void of(LoggedRequest request) {
        time = request.time();
        String network = Networks.of(request.source());
        source = names.learn(Names.SOURCE, request.source());
        net = names.learn(Names.NET, network);
        agent = names.learn(Names.AGENT, request.userAgent());
        String target = request.path();
        int query = target.indexOf('?');
        String plain = query < 0 ? target : target.substring(0, query);
        path = names.learn(Names.PATH, plain);
        status = (short) request.status();
        int kind = mark(request);
        flags =
                (byte)
                        (agentClass(request.userAgent()).ordinal()
                                | (isStatic(plain) ? STATIC : 0)
                                | kind << REFERER_SHIFT);
    }

    private int mark(LoggedRequest request) {
        String campaign = Referers.campaign(request.path());
        if (!campaign.isEmpty()) {
            mark = names.learn(Names.MARK, campaign);
            return CAMPAIGN;
        }
        String host = Referers.host(request.referer());
        mark = names.learn(Names.MARK, host);
        if (host.isEmpty()) {
            return NO_REFERER;
        }
        return Referers.isSearch(host) ? SEARCH : HOST;
    }

    private AgentClass agentClass(String text) {
        int at = agent & agentKeys.length - 1;
        if (agentKeys[at] != agent || agent == 0) {
            agentKeys[at] = agent;
            agentClasses[at] = (byte) AgentClass.of(text).ordinal();
        }
        return CLASSES[agentClasses[at]];
    }

    private static final AgentClass[] CLASSES = AgentClass.values();

    static boolean isStatic(String path) {
        int dot = path.lastIndexOf('.');
        return dot > 0 && path.length() - dot <= 6 && STATIC_ENDS.contains(path.substring(dot + 1));
    }

    static AgentClass agentClass(byte flags) {
        return CLASSES[flags & 3];
    }

    static boolean isStatic(byte flags) {
        return (flags & STATIC) != 0;
    }

    static int referer(byte flags) {
        return flags >> REFERER_SHIFT & 3;
    }
}
