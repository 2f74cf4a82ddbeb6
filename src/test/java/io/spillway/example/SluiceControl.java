package io.spillway.example;

import io.spillway.control.ControlException;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Changes Sluice: weights, and servers in and out. It has no gates.
final class SluiceControl implements TrafficControl {
    private final String balancer;
    private final SluiceClient client;

    SluiceControl(String balancer, SluiceClient client) {
        this.balancer = balancer;
        this.client = client;
    }

    @Override
    public String balancer() {
        return balancer;
    }

    @Override
    public Map<Knob, Integer> read(String backend) throws ControlException {
        Map<Knob, Integer> values = new LinkedHashMap<>();
        try {
            for (SluiceClient.Member m : client.read().members()) {
                if (m.backend().equals(backend)) {
                    AdminState state = m.out() ? AdminState.DRAIN : AdminState.READY;
                    values.put(Knob.weight(m.name()), m.weight());
                    values.put(Knob.state(m.name()), state.ordinal());
                }
            }
        } catch (IOException e) {
            throw new ControlException(balancer + ": " + e.getMessage(), e);
        }
        return values;
    }

    @Override
    public Map<Knob, String> write(String backend, Map<Knob, Integer> values)
            throws ControlException {
        Map<Knob, String> refused = new LinkedHashMap<>();
        for (Map.Entry<Knob, Integer> entry : values.entrySet()) {
            Knob knob = entry.getKey();
            int value = entry.getValue();
            try {
                if (knob.kind() == Knob.Kind.WEIGHT) {
                    client.set(backend, knob.name(), "weight", value);
                } else if (knob.kind() == Knob.Kind.STATE && value != AdminState.MAINT.ordinal()) {
                    boolean out = value == AdminState.DRAIN.ordinal();
                    client.set(backend, knob.name(), "out", out);
                } else {
                    refused.put(knob, "Sluice has no " + knob.say(value));
                }
            } catch (IOException e) {
                throw new ControlException(balancer + ": " + e.getMessage(), e);
            }
        }
        return refused;
    }

    @Override
    public void close() {
        // The HTTP client is shared.
    }
}
