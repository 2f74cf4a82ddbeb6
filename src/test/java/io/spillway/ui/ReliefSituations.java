package io.spillway.ui;

import io.spillway.action.Expected;
import io.spillway.action.Lease;
import io.spillway.desk.Picture;
import io.spillway.desk.Relief;
import io.spillway.fleet.FleetState;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import io.spillway.ui.kit.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Plans of every kind, opened, edited, applied.
final class ReliefSituations {
    static final Set<String> NAMES =
            Set.of(
                    "plan-gate",
                    "plan-drain",
                    "plan-standby",
                    "plan-cap",
                    "plan-maxconn",
                    "plan-edit",
                    "plan-following",
                    "plan-consent",
                    "cards",
                    "emergency");

    private ReliefSituations() {}

    /// The overload with plans of all kinds.
    static Picture picture(List<Lease> leases) {
        Picture p = SampleOutlooks.saturating();
        FleetState fleet = SamplePictures.overload().fleet();
        List<Plan> plans =
                List.of(
                        SamplePlans.redistribute(fleet, "web"),
                        SampleReliefs.standby(fleet),
                        SampleReliefs.gate(fleet));
        Relief relief =
                new Relief(
                        "web",
                        List.of(),
                        List.of("open", "search half", "critical only"),
                        0,
                        Double.NaN,
                        Map.of(),
                        List.of());
        return new Picture(
                p.tick(),
                p.time(),
                p.site(),
                null,
                p.interval(),
                Picture.State.OVERLOAD,
                SamplePictures.overload().mode(),
                fleet,
                p.sources(),
                p.window(),
                p.day(),
                p.outlook(),
                p.alarms(),
                plans,
                leases,
                List.of(),
                List.of(),
                relief);
    }

    /// An act like another, elsewhere on its way.
    static Lease on(Lease l, String id, Lease.State state, int step, int steps, String consent) {
        return new Lease(
                id,
                l.kind(),
                l.pool(),
                l.backend(),
                l.operator(),
                l.reason(),
                l.since(),
                l.endsAt(),
                state,
                l.message(),
                l.balancers(),
                l.before(),
                new Lease.Course(
                        step,
                        steps,
                        false,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Expected.none(),
                        state == Lease.State.ACTIVE ? "better: busiest 96 → 82 %" : "",
                        consent,
                        0));
    }

    /// An override that is in force.
    static Lease emergency() {
        return on(
                SamplePictures.lease(),
                "k9",
                Lease.State.ACTIVE,
                1,
                1,
                "EMERGENCY: It moves 40 % of the load of checkout, more than 20 %. ops-1 overrode"
                        + " this in an emergency.");
    }

    static Scene begin(String what, Theme theme, int width, int height) {
        Lease running = on(SamplePictures.lease(), "a1", Lease.State.APPLYING, 1, 2, "");
        Lease done = on(SamplePictures.lease(), "k8", Lease.State.ACTIVE, 2, 2, "");
        Picture picture =
                picture(
                        switch (what) {
                            case "cards" -> List.of(running, done);
                            case "emergency" -> List.of(emergency());
                            default -> List.of();
                        });
        ScriptedDesk desk = new ScriptedDesk(picture);
        FxDispatcher dispatcher = new FxDispatcher();
        Console console = new Console(desk, theme, dispatcher, SampleOffer.offer(), () -> "ops-1");
        Scene scene = console.scene(width, height);
        FleetState fleet = picture.fleet();
        switch (what) {
            case "plan-gate" -> console.navigator().openPlan(SampleReliefs.gate(fleet));
            case "plan-drain" -> console.navigator().openPlan(SampleReliefs.drain(fleet));
            case "plan-standby" -> console.navigator().openPlan(SampleReliefs.standby(fleet));
            case "plan-cap" -> console.navigator().openPlan(SampleReliefs.cap(fleet));
            case "plan-maxconn" -> console.navigator().openPlan(SampleReliefs.connections(fleet));
            case "plan-edit" -> {
                console.openPlan("web");
                Snapshot.settle(scene);
                press(scene, Words.of("plan.edit-weights"));
                dispatcher.execute(() -> drag(scene, 0.95));
            }
            case "plan-following" -> {
                console.openPlan("web");
                Snapshot.settle(scene);
                ((Button) scene.lookup(".plan-sheet .primary")).fire();
                dispatcher.execute(() -> console.show(picture(List.of(running))));
            }
            case "plan-consent" -> {
                desk.wantSecond(
                        "Nothing was sent. It moves 11 % of the load of web, more than 10 %. This"
                                + " needs a second operator: another person agrees here within"
                                + " 60 s.");
                console.openPlan("web");
                Snapshot.settle(scene);
                ((Button) scene.lookup(".plan-sheet .primary")).fire();
            }
            default -> {}
        }
        return scene;
    }

    /// Presses the button with this text on the plan's sheet.
    static void press(Scene scene, String text) {
        scene.getRoot().lookupAll(".plan-sheet .button").stream()
                .map(Button.class::cast)
                .filter(b -> b.getText().equals(text))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    /// Drags the coolest server of the chart to a height, 0 at the bottom to 1 at the top, and does
    /// not let go.
    static void drag(Scene scene, double height) {
        Node chart = scene.lookup(".before-after");
        double x = chart.getLayoutBounds().getWidth() - 14;
        double tall = chart.getLayoutBounds().getHeight();
        Event.fireEvent(chart, mouse(MouseEvent.MOUSE_PRESSED, x, tall / 2));
        Event.fireEvent(chart, mouse(MouseEvent.MOUSE_DRAGGED, x, tall * (1 - height)));
    }

    /// Lets go of what is dragged.
    static void release(Scene scene) {
        Event.fireEvent(scene.lookup(".before-after"), mouse(MouseEvent.MOUSE_RELEASED, 0, 0));
    }

    private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }
}
