package io.spillway.action;

import io.spillway.control.ControlException;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.OperState;
import io.spillway.fleet.Slot;
import io.spillway.wire.haproxy.Answer;
import io.spillway.wire.haproxy.Command;
import io.spillway.wire.haproxy.Endpoint;
import io.spillway.wire.haproxy.RuntimeClient;
import io.spillway.wire.haproxy.ServerState;
import io.spillway.wire.haproxy.WireException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

record TempControl(String balancer, RuntimeClient client) implements TrafficControl {
    static TempControl of(String name, String endpoint, Duration deadline) {
        return new TempControl(
                name, new RuntimeClient(Endpoint.parse(endpoint, null), deadline, false));
    }

    @Override
    public List<Slot> read(String backend) throws ControlException {
        try {
            List<Slot> slots = new ArrayList<>();
            client.info();
            Answer answer = client.execute(Command.showServersState(backend));
            for (ServerState s : ServerState.parse(((Answer.Data) answer).text())) {
                slots.add(
                        new Slot(
                                s.backend(),
                                s.server(),
                                "",
                                s.weight(),
                                s.initialWeight(),
                                AdminState.READY,
                                OperState.UP));
            }
            return slots;
        } catch (WireException e) {
            throw new ControlException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Map<String, String> setWeights(String backend, Map<String, Integer> weights)
            throws ControlException {
        try {
            List<Command> commands = new ArrayList<>();
            weights.forEach((s, w) -> commands.add(Command.setWeight(backend, s, w)));
            List<Answer> answers = client.execute(commands);
            Map<String, String> refused = new LinkedHashMap<>();
            int i = 0;
            for (String s : weights.keySet()) {
                if (answers.get(i++) instanceof Answer.Refused r) {
                    refused.put(s, r.text());
                }
            }
            return refused;
        } catch (WireException e) {
            throw new ControlException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
