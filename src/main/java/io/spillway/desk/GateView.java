package io.spillway.desk;

import io.spillway.fleet.Knob;
import io.spillway.fleet.RequestClass;
import io.spillway.relief.gate.ClassLoad;
import io.spillway.relief.gate.GateInput;
import io.spillway.relief.gate.GateSetting;
import io.spillway.relief.gate.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Says how the gates stand.
final class GateView {
    private GateView() {}

    static List<Relief.Gate> gates(GateInput input) {
        List<Relief.Gate> gates = new ArrayList<>();
        for (ClassLoad load : input.classes()) {
            RequestClass kind = load.kind();
            gates.add(
                    new Relief.Gate(
                            kind.name(),
                            kind.rank(),
                            kind.matches(),
                            load.offered(),
                            load.admitted(),
                            shed(input, kind),
                            limit(input, kind)));
        }
        return gates;
    }

    /// The rung at which all stand, -1 if none.
    static int rung(List<Relief.Gate> gates, List<Rung> rungs) {
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            if (!gates.isEmpty()
                    && gates.stream()
                            .allMatch(g -> g.shed() == rung.shed(g.rank()) && g.limit() < 0)) {
                return i;
            }
        }
        return -1;
    }

    /// The first rung that lets in no more of any class than now and less of one, -1 if none does.
    static int tighter(List<Relief.Gate> gates, List<Rung> rungs) {
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            if (gates.stream().allMatch(g -> rung.shed(g.rank()) >= g.shed())
                    && gates.stream().anyMatch(g -> rung.shed(g.rank()) > g.shed())) {
                return i;
            }
        }
        return -1;
    }

    /// Requests a second that are turned away, NaN if unknown.
    static double refused(List<Relief.Gate> gates) {
        double sum = gates.isEmpty() ? Double.NaN : 0;
        for (Relief.Gate gate : gates) {
            sum += gate.offered() - gate.admitted();
        }
        return sum;
    }

    private static int shed(GateInput input, RequestClass kind) {
        Knob knob = new Knob(Knob.Kind.SHED, kind.key());
        return input.gates().values().stream()
                .mapToInt(values -> values.getOrDefault(knob, 0))
                .max()
                .orElse(0);
    }

    private static int limit(GateInput input, RequestClass kind) {
        Knob knob = new Knob(Knob.Kind.LIMIT, kind.key());
        int sum = 0;
        for (Map<Knob, Integer> values : input.gates().values()) {
            int one = values.getOrDefault(knob, GateSetting.NO_LIMIT);
            if (one >= GateSetting.NO_LIMIT) {
                return -1;
            }
            sum += one;
        }
        return input.gates().isEmpty() ? -1 : sum;
    }
}
