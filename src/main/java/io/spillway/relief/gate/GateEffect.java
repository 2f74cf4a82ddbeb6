package io.spillway.relief.gate;

import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.relief.ClassMove;
import io.spillway.relief.gate.GateInput.ServerLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What gates would do, predicted. What a class's requests cost is known only in relation to each
/// other, so every server's share of CPU that is due to requests falls as the cost of all admitted
/// requests does.
///
/// @param classes each class now and after
/// @param before highest CPU share of a server now, 0..1, NaN if none is known
/// @param after the same as predicted
/// @param busiest the server with the highest CPU share now, empty if none is known
/// @param ratio what requests cost after, compared with now
record GateEffect(
        List<ClassMove> classes, double before, double after, String busiest, double ratio) {
    static GateEffect of(GateInput input, GateSetting setting) {
        List<ClassMove> classes = new ArrayList<>();
        double costNow = 0;
        double costAfter = 0;
        for (ClassLoad load : input.classes()) {
            ClassMove move = move(input, load, setting);
            classes.add(move);
            if (!Double.isNaN(move.admittedNow()) && !Double.isNaN(move.admittedAfter())) {
                costNow += move.admittedNow() * load.kind().cost();
                costAfter += move.admittedAfter() * load.kind().cost();
            }
        }
        return effect(input, classes, costNow > 0 ? costAfter / costNow : 1);
    }

    private static GateEffect effect(GateInput input, List<ClassMove> classes, double ratio) {
        double before = Double.NaN;
        double after = Double.NaN;
        String busiest = "";
        for (ServerLoad server : input.servers()) {
            if (!Double.isNaN(server.cpu())) {
                after = max(after, then(server, ratio));
                busiest = server.cpu() > before || busiest.isEmpty() ? server.name() : busiest;
                before = max(before, server.cpu());
            }
        }
        return new GateEffect(List.copyOf(classes), before, after, busiest, ratio);
    }

    /// The same if this many requests per second more came through, below 0 for fewer, of no class
    /// in particular. Unknown if of how many is not known.
    GateEffect with(GateInput input, double requests) {
        double all =
                classes.stream().mapToDouble(ClassMove::admittedAfter).filter(a -> a > 0).sum();
        double growth = all > 0 ? Math.max(0, 1 + requests / all) : requests > 0 ? Double.NaN : 1;
        return effect(input, classes, ratio * growth);
    }

    /// A server's CPU as predicted, NaN if unknown.
    double cpu(ServerLoad server) {
        return Double.isNaN(server.cpu()) ? Double.NaN : then(server, ratio);
    }

    private static double max(double a, double b) {
        return Double.isNaN(a) ? b : Math.max(a, b);
    }

    private static double then(ServerLoad server, double ratio) {
        double known = Double.isNaN(server.background()) ? 0 : server.background();
        double background = Math.clamp(known, 0, server.cpu());
        return Math.min(1, background + (server.cpu() - background) * ratio);
    }

    private static ClassMove move(GateInput input, ClassLoad load, GateSetting setting) {
        int rank = load.kind().rank();
        int now = now(input, rank);
        int shed = setting.shed().getOrDefault(rank, now);
        Integer limit = setting.limits().get(rank);
        boolean touched = setting.shed().containsKey(rank) || limit != null;
        double most = limit == null ? present(input, rank) : total(limit, input);
        double passes = Math.min(load.offered() * (1 - shed / 1000.0), most);
        return new ClassMove(
                load.kind().name(),
                rank,
                load.offered(),
                load.admitted(),
                touched ? passes : load.admitted(),
                now,
                shed);
    }

    private static double total(int limit, GateInput input) {
        int balancers = input.pool().balancers().size();
        return limit >= GateSetting.NO_LIMIT
                ? Double.POSITIVE_INFINITY
                : (double) GateSetting.part(limit, balancers) * balancers;
    }

    /// The limit that is set now, of all balancers together.
    private static double present(GateInput input, int rank) {
        Knob knob = new Knob(Kind.LIMIT, Integer.toString(rank));
        double sum = 0;
        for (String balancer : input.pool().balancers()) {
            Integer limit = knob.among(input.gates().getOrDefault(balancer, Map.of()));
            if (limit == null || limit >= GateSetting.NO_LIMIT) {
                return Double.POSITIVE_INFINITY;
            }
            sum += limit;
        }
        return sum;
    }

    /// What is refused now; where balancers differ, the mean.
    private static int now(GateInput input, int rank) {
        Knob knob = new Knob(Kind.SHED, Integer.toString(rank));
        return (int)
                Math.round(
                        input.gates().values().stream()
                                .map(knob::among)
                                .mapToInt(v -> v == null ? 0 : v)
                                .average()
                                .orElse(0));
    }

    /// Requests per second that pass now and will not, 0 or more.
    double sheds() {
        return classes.stream()
                .mapToDouble(c -> Math.max(0, c.admittedNow() - c.admittedAfter()))
                .filter(d -> !Double.isNaN(d))
                .sum();
    }

    /// Requests per second that do not pass now and will, 0 or more.
    double admits() {
        return classes.stream()
                .mapToDouble(c -> Math.max(0, c.admittedAfter() - c.admittedNow()))
                .filter(d -> !Double.isNaN(d))
                .sum();
    }
}
