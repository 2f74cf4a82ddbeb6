package io.spillway.practice;

import java.util.OptionalInt;

/// What one balancer's gates make of the requests that come, in the order of `spillway-gates.cfg`:
/// caps of single sources, shares of clients, rates of classes.
final class Gates {
    private static final int PERMILLE = 1000;

    /// Requests per second that came, by kind of [Clientele#KINDS].
    final double[] asked = new double[Clientele.KINDS.size()];

    /// Of these, those that were refused.
    final double[] refused = new double[Clientele.KINDS.size()];

    /// Requests per second that passed.
    double admitted;

    /// What one that passed costs, 1 being the mean of all that came.
    double cost;

    private final Maps maps;
    private final double[] mix;
    private final double[] passing = new double[Clientele.SENDERS.size()];

    /// @param rate requests per second that come
    /// @param mix share of each class
    Gates(Maps maps, double rate, double[] mix) {
        this.maps = maps;
        this.mix = mix;
        for (int s = 0; s < passing.length; s++) {
            Clientele.Sender sender = Clientele.SENDERS.get(s);
            passing[s] = rate * mix[sender.rank()] * sender.share();
            count(asked, sender, passing[s]);
        }
        cap();
        shed();
        limit();
        sum();
    }

    private static void count(double[] to, Clientele.Sender sender, double rate) {
        to[sender.rank()] += rate;
        if (sender.source() >= 0) {
            to[sender.source()] += rate;
        }
        to[sender.agent()] += rate;
    }

    private void cap() {
        for (int k = Clientele.CLASSES.size(); k < asked.length; k++) {
            Clientele.Kind kind = Clientele.KINDS.get(k);
            OptionalInt cap =
                    kind.table() == Clientele.Table.SOURCE
                            ? maps.number(Maps.PATHS.sourceCap(), kind.key())
                            : maps.number(Maps.PATHS.agentCap(), kind.encoded());
            if (cap.isPresent()) {
                atMost(cap.getAsInt(), k);
            }
        }
    }

    private void shed() {
        for (int s = 0; s < passing.length; s++) {
            int shed =
                    maps.number(Maps.PATHS.shed(), key(Clientele.SENDERS.get(s).rank())).orElse(0);
            passing[s] *= 1 - Math.clamp(shed, 0, PERMILLE) / (double) PERMILLE;
        }
    }

    private void limit() {
        for (int c = 0; c < Clientele.CLASSES.size(); c++) {
            OptionalInt limit = maps.number(Maps.PATHS.limit(), key(c));
            if (limit.isPresent()) {
                atMost(limit.getAsInt(), c);
            }
        }
    }

    private static String key(int rank) {
        return Clientele.CLASSES.get(rank).key();
    }

    /// Lets no more of a kind pass than this.
    private void atMost(double rate, int kind) {
        double sum = 0;
        for (int s = 0; s < passing.length; s++) {
            sum += is(s, kind) ? passing[s] : 0;
        }
        double factor = sum > rate ? Math.max(0, rate) / sum : 1;
        for (int s = 0; s < passing.length; s++) {
            passing[s] *= is(s, kind) ? factor : 1;
        }
    }

    private static boolean is(int s, int kind) {
        Clientele.Sender sender = Clientele.SENDERS.get(s);
        return sender.rank() == kind || sender.source() == kind || sender.agent() == kind;
    }

    private void sum() {
        double work = 0;
        double usual = 0;
        for (int c = 0; c < mix.length; c++) {
            usual += mix[c] * Clientele.CLASSES.get(c).cost();
        }
        System.arraycopy(asked, 0, refused, 0, asked.length);
        for (int s = 0; s < passing.length; s++) {
            Clientele.Sender sender = Clientele.SENDERS.get(s);
            admitted += passing[s];
            work += passing[s] * Clientele.CLASSES.get(sender.rank()).cost();
            count(refused, sender, -passing[s]);
        }
        cost = admitted > 0 ? work / admitted / usual : 1;
        for (int k = 0; k < refused.length; k++) {
            // What is left of a difference of equals.
            refused[k] = refused[k] > 1e-9 * asked[k] ? refused[k] : 0;
        }
    }
}
