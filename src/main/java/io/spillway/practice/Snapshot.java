package io.spillway.practice;

/// The whole fleet at the end of one step. Never written after it was published. Counters count
/// from the balancers' start; `[b]` is a balancer, `[i]` a server, `[g]` a pool.
///
/// @param time practice time, epoch milliseconds
/// @param busy `[i]` seconds that the machine's processors were in use
/// @param answered `[b][i]` responses
/// @param failed `[b][i]` responses that were errors
/// @param rate `[b][i]` responses per second during the step
/// @param sessions `[b][i]` requests being worked on
/// @param queue `[b][i]` requests that wait
/// @param latency `[i]` mean seconds to an answer
/// @param requests `[b][g]` requests that came
/// @param unrouted `[b][g]` requests that found no server
/// @param asked `[b][k]` requests of a kind of the [Clientele]'s that came to the gates
/// @param refused `[b][k]` of these, those that the gates refused
/// @param refusing `[b]` requests per second that the gates refused during the step
record Snapshot(
        long time,
        double[] busy,
        double[][] answered,
        double[][] failed,
        float[][] rate,
        float[][] sessions,
        float[][] queue,
        float[] latency,
        double[][] requests,
        double[][] unrouted,
        double[][] asked,
        double[][] refused,
        float[] refusing) {
    static Snapshot zero(long time, int balancers, int servers, int pools) {
        int kinds = Clientele.KINDS.size();
        return new Snapshot(
                time,
                new double[servers],
                new double[balancers][servers],
                new double[balancers][servers],
                new float[balancers][servers],
                new float[balancers][servers],
                new float[balancers][servers],
                new float[servers],
                new double[balancers][pools],
                new double[balancers][pools],
                new double[balancers][kinds],
                new double[balancers][kinds],
                new float[balancers]);
    }

    /// A copy of the counters to count on from, with gauges to be filled.
    Snapshot next(long at) {
        int servers = busy.length;
        int balancers = answered.length;
        return new Snapshot(
                at,
                busy.clone(),
                copy(answered),
                copy(failed),
                new float[balancers][servers],
                new float[balancers][servers],
                new float[balancers][servers],
                new float[servers],
                copy(requests),
                copy(unrouted),
                copy(asked),
                copy(refused),
                new float[balancers]);
    }

    /// Requests that the gates of a balancer refused.
    double refusedBy(int balancer) {
        double sum = 0;
        for (int k = 0; k < Clientele.CLASSES.size(); k++) {
            sum += refused[balancer][k];
        }
        return sum;
    }

    /// Responses of a server over all balancers.
    double answeredBy(int server) {
        return sum(answered, server);
    }

    /// Responses of a server that were errors, over all balancers.
    double failedBy(int server) {
        return sum(failed, server);
    }

    private static double sum(double[][] counters, int server) {
        double total = 0;
        for (double[] balancer : counters) {
            total += balancer[server];
        }
        return total;
    }

    private static double[][] copy(double[][] of) {
        double[][] copy = new double[of.length][];
        for (int i = 0; i < of.length; i++) {
            copy[i] = of[i].clone();
        }
        return copy;
    }
}
