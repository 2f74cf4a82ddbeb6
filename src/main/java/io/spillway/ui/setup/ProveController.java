package io.spillway.ui.setup;

import io.spillway.desk.Picture;
import io.spillway.desk.Proof;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Proves on a server that somebody picks that Spillway reads, writes, reads back and undoes.
public final class ProveController implements PictureView {
    private final Acts acts;
    private final List<Proof.Line> lines = new ArrayList<>();

    @FXML private ComboBox<String> pool;
    @FXML private TextField server;
    @FXML private VBox steps;
    @FXML private Label obstacle;
    @FXML private Button prove;

    private Rows<ProofModel.Item> rows = new Rows<>(new VBox(), StepRow::new);
    private BiConsumer<String, String> proved = (_, _) -> {};
    private @Nullable Picture newest;
    private boolean running;

    /// @param acts sends the act and its undo
    public ProveController(Acts acts) {
        this.acts = acts;
    }

    @FXML
    void initialize() {
        rows = new Rows<>(steps, StepRow::new);
        pool.valueProperty().subscribe(this::suggest);
        server.textProperty().subscribe(this::named);
    }

    /// @param told called with each balancer that passed, and with what is to be said of it
    void proves(BiConsumer<String, String> told) {
        proved = told;
    }

    /// Picks a pool, and a server of it that serves.
    void pick(String name) {
        pool.setValue(name);
        suggest();
        prove.requestFocus();
        if (prove.isDisabled()) {
            server.requestFocus();
        }
    }

    /// What was proved on another server says nothing of this one.
    private void named() {
        if (!running) {
            lines.clear();
        }
        redraw();
    }

    private void suggest() {
        Picture now = newest;
        if (now != null && pool.getValue() != null && !running) {
            lines.clear();
            server.setText(new SetupModel(now).serving(pool.getValue()));
            redraw();
        }
    }

    @Override
    public void show(Picture picture) {
        newest = picture;
        List<String> names = new SetupModel(picture).names();
        if (!names.equals(pool.getItems())) {
            pool.getItems().setAll(names);
            pool.setValue(names.isEmpty() ? null : names.getFirst());
        }
        if (server.getText().isEmpty() && !server.isFocused()) {
            suggest();
        }
        redraw();
    }

    private void redraw() {
        Picture now = newest;
        if (now == null) {
            return;
        }
        rows.show(ProofModel.items(lines, running));
        String name = server.getText().strip();
        prove.setText(
                running
                        ? Words.of("kit.working")
                        : name.isEmpty()
                                ? Words.of("setup.prove")
                                : Words.of("setup.prove-on", name));
        boolean ready = pool.getValue() != null && !name.isEmpty();
        prove.setDisable(running || !ready || !now.mode().operate());
        pool.setDisable(running || pool.getItems().isEmpty());
        server.setDisable(running || pool.getItems().isEmpty());
        obstacle.setText(
                pool.getItems().isEmpty()
                        ? Words.of("shell.nothing-configured")
                        : now.mode().operate()
                                ? Words.of("setup.prove-as", now.mode().operator())
                                : Words.of("setup.operate-first"));
    }

    @FXML
    void prove() {
        Picture now = newest;
        if (now == null || prove.isDisabled()) {
            return;
        }
        lines.clear();
        running = true;
        redraw();
        Proof.Request request =
                new Proof.Request(
                        pool.getValue(),
                        server.getText().strip(),
                        now.mode().operator(),
                        Words.of("setup.reason"),
                        true);
        Proof.run(request, now, acts::send, line -> took(request, line));
    }

    private void took(Proof.Request request, Proof.Line line) {
        lines.add(line);
        if (ProofModel.ended(line)) {
            running = false;
            if (line.good() && newest != null && lines.stream().allMatch(Proof.Line::good)) {
                String said =
                        Words.of("setup.proved", Format.clock(newest.time()), request.server());
                line.values().keySet().forEach(balancer -> proved.accept(balancer, said));
            }
        }
        redraw();
        if (!running) {
            prove.requestFocus();
        }
    }
}
