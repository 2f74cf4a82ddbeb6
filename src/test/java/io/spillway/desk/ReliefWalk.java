package io.spillway.desk;

import io.spillway.action.Actuator;
import io.spillway.action.Lease;
import io.spillway.action.operator.Operator;
import io.spillway.action.operator.Operators;
import io.spillway.action.operator.PlainOperators;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.control.TrafficControl;
import io.spillway.fleet.Knob;
import io.spillway.fleet.RequestClass;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import io.spillway.relief.Plan;
import io.spillway.relief.gate.Ladder;
import io.spillway.relief.guard.Guards;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// An operator who does anything at any time, at a desk whose clock is stepped, on a fleet that
/// fails, forgets and is changed by others.
final class ReliefWalk implements AutoCloseable {
    static final int LEAST = 3;

    /// How the desk is set up. Only [#SOUND] is right.
    ///
    /// @param least servers that it keeps in service
    /// @param keeps whether it gives acts back at their end
    /// @param guards whether it asks a second person before it gates the critical class
    record Setup(int least, boolean keeps, boolean guards) {
        static final Setup SOUND = new Setup(LEAST, true, true);
    }

    private final Random random;
    private final Setup setup;
    private final Operators operators;
    private final Path file;
    private final ReliefPlant plant;
    private final ReliefTruths truths;
    private final List<String> done = new ArrayList<>();
    private final Requests requests;
    private Journal journal;
    private Map<String, TrafficControl> controls = Map.of();
    private Desk desk;
    private Plan stale = Tampered.nothing();

    /// @param plant closed with the walk
    ReliefWalk(long seed, ReliefPlant plant, Setup setup, Operators operators, Path file)
            throws JournalException {
        random = new Random(seed);
        this.plant = plant;
        truths = new ReliefTruths(plant, LEAST);
        this.setup = setup;
        this.operators = operators;
        this.file = file;
        requests = new Requests(random, plant.classes(), plant.servers());
        journal = Journal.open(file);
        desk = desk();
        pass(4, 1);
    }

    static Operators operators() {
        return PlainOperators.of(
                new Operator("anna", "anna's secret"), new Operator("ben", "a good secret"));
    }

    private Desk desk() {
        List<RequestClass> classes = plant.classes();
        Guards lenient = new Guards(1, 0, 0, Map.of(classes.getFirst().name(), 1.0));
        ReliefSettings relief =
                new ReliefSettings(
                        classes,
                        "web",
                        Ladder.standard(classes),
                        setup.guards ? Map.of() : Map.of("web", lenient),
                        operators,
                        Map.of());
        controls = plant.controls();
        return new Desk(
                new DeskSettings(
                        "test",
                        Duration.ofSeconds(1),
                        List.of(plant.pool(setup.least)),
                        List.of(),
                        DefaultRules.rules(),
                        relief,
                        null,
                        "t",
                        setup.keeps),
                plant.sources(),
                new Actuator(controls, journal, plant::now, "t"),
                journal,
                plant::now);
    }

    /// Walks on until something does not hold.
    ///
    /// @param acts how many, at most
    /// @return a sentence on it with all that was done, empty if all held
    String run(int acts) throws JournalException {
        for (int i = 0; i < acts; i++) {
            String text = act();
            if (!text.isEmpty()) {
                return text + " after\n" + String.join("\n", done);
            }
        }
        return "";
    }

    private String act() throws JournalException {
        truths.remember();
        int dice = random.nextInt(100);
        if (dice < 40) {
            apply();
        } else if (dice < 50) {
            undo();
        } else if (dice < 68) {
            decide();
        } else if (dice < 76) {
            disturb();
            truths.remember();
            truths.trust();
        } else if (dice < 78) {
            restart();
        }
        String text = check();
        return text.isEmpty() ? time() : text;
    }

    /// Each tick and each act is judged by itself.
    private String check() {
        settle();
        return truths.broken(desk.picture().leases(), plant.now());
    }

    private String time() {
        int dice = random.nextInt(10);
        if (dice == 0) {
            done.add("half an hour");
            plant.pass(Duration.ofSeconds(1_790));
            return pass(2, 10);
        } else if (dice == 1) {
            done.add("two minutes");
            return pass(4, 30);
        }
        return pass(1 + random.nextInt(3), 1);
    }

    private String pass(int ticks, int seconds) {
        for (int i = 0; i < ticks; i++) {
            truths.remember();
            plant.pass(Duration.ofSeconds(seconds));
            desk.step();
            String text = check();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /// Until everything that the desk began by itself is done, and shown.
    private void settle() {
        desk.send(new Command.Observe()).join();
    }

    private void apply() {
        PlanRequest what = requests.any();
        Reply made = desk.send(new Command.MakePlan(what)).join();
        Plan plan = made.plan();
        if (plan == null) {
            done.add(what + ": " + made.message());
            return;
        }
        int dice = random.nextInt(12);
        Plan sent = dice == 0 ? stale : dice == 1 ? Tampered.of(plan, random) : plan;
        stale = plan;
        Consent consent = consent();
        Reply reply = send(new Command.Apply(sent, "anna", "because", false, consent));
        String how = dice == 0 ? "an old plan: " : dice == 1 ? "an edited plan: " : "";
        done.add(how + what + " " + consent + ": " + reply.message());
    }

    private Reply send(Command act) {
        return desk.send(new Command.Signed(act, "anna's secret")).join();
    }

    private Consent consent() {
        int dice = random.nextInt(1000);
        return dice == 0
                ? new Consent("ben", "a good secret", false)
                : dice == 1
                        ? new Consent("ben", "a bad secret", false)
                        : dice < 60 ? new Consent("", "", true) : Consent.NONE;
    }

    private String any() {
        List<Lease> leases = desk.picture().leases().stream().filter(Lease::inForce).toList();
        return leases.isEmpty() ? "nope" : one(leases).id();
    }

    private void undo() {
        String id = any();
        done.add("undo %s: %s".formatted(id, send(new Command.Undo(id, "anna", false)).message()));
    }

    private void decide() {
        String id = any();
        LeaseAct what = LeaseAct.values()[random.nextInt(LeaseAct.values().length)];
        Reply reply = send(new Command.OnLease(what, id, "anna", false));
        done.add("%s %s: %s".formatted(what, id, reply.message()));
    }

    private void disturb() {
        ReliefPlant.Hand hand = one(plant.hands());
        String server = one(plant.servers());
        int what = random.nextInt(10);
        done.add("disturbance %d of %s, %s".formatted(what, hand.balancer(), server));
        switch (what) {
            case 0 -> plant.lose(server);
            case 1, 2 -> plant.heal();
            case 3 -> hand.set(Knob.weight(server), random.nextInt(200));
            case 4 -> hand.set(Knob.state(server), random.nextInt(3));
            case 5 -> hand.set(ReliefPlant.shed(random.nextInt(4)), random.nextInt(1001));
            case 6 -> hand.reload();
            case 7 -> hand.failIn(random.nextInt(6));
            case 8 -> hand.silence();
            default -> plant.turn(random.nextDouble());
        }
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void restart() throws JournalException {
        done.add("restart");
        stop();
        journal = Journal.open(file);
        desk = desk();
        desk.step();
    }

    private void stop() {
        desk.close();
        controls.values().forEach(TrafficControl::close);
        journal.close();
    }

    @Override
    public void close() {
        stop();
        plant.close();
    }
}
