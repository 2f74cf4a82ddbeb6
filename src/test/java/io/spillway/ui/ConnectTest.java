package io.spillway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.ui.kit.FxDispatcher;
import io.spillway.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// From nothing configured to a file that is written, step by step.
@ExtendWith(FxToolkit.class)
class ConnectTest {
    private static final class Fake implements FleetConnector {
        private final List<String> asked = new ArrayList<>();
        private Consumer<Findings> answer = _ -> {};
        private Consumer<String> trouble = _ -> {};

        private Findings finds(String name) {
            return new Findings(
                    List.of(new Finding(true, name + " answers.")),
                    (file, told) -> {
                        asked.add("write " + name + " to " + file);
                        trouble = told;
                    });
        }

        @Override
        public void check(Addresses addresses, Consumer<Findings> told) {
            String files = addresses.keyStore() + "," + addresses.authority();
            asked.add(
                    addresses.haproxy()
                            + ","
                            + addresses.prometheus()
                            + (files.equals(",") ? "" : "," + files));
            answer = told;
        }

        @Override
        public void open(String file, Consumer<String> told) {
            asked.add("open " + file);
            told.accept("spillway.yaml:1: there is no such file.");
        }
    }

    private final Fake fake = new Fake();

    private Scene scene() {
        Console console =
                new Console(
                        new ScriptedDesk(SamplePictures.unconfigured()),
                        Theme.NIGHT,
                        new FxDispatcher(),
                        new FirstRunOffer("/etc/spillway.yaml", null, fake),
                        () -> "ops-1");
        Scene scene = console.scene(1280, 720);
        Snapshot.settle(scene);
        return scene;
    }

    @Test
    void aFleetIsConnectedInThreeSteps() {
        FxToolkit.onFx(() -> {
            Scene scene = scene();
            button(scene, "#begin").fire();
            assertThat(button(scene, "#check").isDisabled()).isTrue();
            field(scene, "#haproxy").setText("tcp://lb:9999 ");
            button(scene, "#check").fire();
            assertThat(fake.asked).containsExactly("tcp://lb:9999,");
            fake.answer.accept(nothing("lb answers nothing."));
            assertThat(shown(scene, "#write")).isFalse();
            assertThat(texts(scene)).contains("lb answers nothing.");
            assertThat(SceneWalk.of(scene)).isEmpty();

            button(scene, "#check").fire();
            Consumer<FleetConnector.Findings> late = fake.answer;
            field(scene, "#prometheus").setText("http://prom:9090");
            late.accept(fake.finds("early"));
            assertThat(texts(scene)).doesNotContain("early answers.");

            button(scene, "#check").fire();
            fake.answer.accept(fake.finds("lb"));
            late.accept(fake.finds("early"));
            assertThat(shown(scene, "#write")).isTrue();
            button(scene, "#write").fire();
            assertThat(fake.asked).last().isEqualTo("write lb to /etc/spillway.yaml");
            fake.trouble.accept("/etc/spillway.yaml cannot be written: name another file.");
            assertThat(texts(scene))
                    .contains("/etc/spillway.yaml cannot be written: name another file.");
            assertThat(button(scene, "#write").isDisabled()).isFalse();
            Snapshot.settle(scene);
            assertThat(SceneWalk.of(scene)).isEmpty();
        });
    }

    @Test
    void overTlsTheFilesAreAskedForAsWell() {
        FxToolkit.onFx(() -> {
            Scene scene = scene();
            button(scene, "#begin").fire();
            field(scene, "#haproxy").setText("tcp://lb:9999");
            assertThat(shown(scene, "#keyStore")).isFalse();
            field(scene, "#haproxy").setText("tls://lb:9443");
            assertThat(shown(scene, "#keyStore")).isTrue();
            field(scene, "#keyStore").setText("anna.p12 ");
            field(scene, "#authority").setText("ca.crt");
            button(scene, "#check").fire();
            assertThat(fake.asked).containsExactly("tls://lb:9443,,anna.p12,ca.crt");
            fake.answer.accept(fake.finds("lb"));
            Snapshot.settle(scene);
            assertThat(SceneWalk.of(scene)).isEmpty();
        });
    }

    @Test
    void aFileIsOpenedOrItIsSaidWhyNot() {
        FxToolkit.onFx(() -> {
            Scene scene = scene();
            field(scene, "#file").setText(" site.yaml");
            button(scene, "#open").fire();
            assertThat(fake.asked).containsExactly("open site.yaml");
            assertThat(texts(scene)).contains("spillway.yaml:1: there is no such file.");
            assertThat(button(scene, "#open").isDisabled()).isFalse();
            Snapshot.settle(scene);
            assertThat(SceneWalk.of(scene)).isEmpty();
        });
    }

    private static FleetConnector.Findings nothing(String sentence) {
        return new FleetConnector.Findings(
                List.of(new FleetConnector.Finding(false, sentence)), null);
    }

    private static Button button(Scene scene, String id) {
        return (Button) find(scene, id);
    }

    private static TextField field(Scene scene, String id) {
        return (TextField) find(scene, id);
    }

    private static Node find(Scene scene, String id) {
        return Objects.requireNonNull(scene.getRoot().lookup(".first-run " + id));
    }

    private static boolean shown(Scene scene, String id) {
        for (Node n = find(scene, id); n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> texts(Scene scene) {
        Snapshot.settle(scene);
        return scene.getRoot().lookupAll(".first-run .label").stream()
                .filter(n -> n instanceof Label && n.isVisible())
                .map(n -> ((Label) n).getText())
                .toList();
    }
}
