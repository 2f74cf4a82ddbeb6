package io.spillway.ui.setup;

import io.spillway.ui.kit.Cells;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Shown;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A source or balancer: whether it answers, what was proved there, what to do.
final class EndpointRow extends VBox implements RowView<SetupModel.Endpoint> {
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final Label name = Cells.label("name", "strong");
    private final Label kind = Cells.label("kind", "mute");
    private final Label state = Cells.label("state");
    private final Label proved = Cells.words("small", "mute");
    private final Label message = Cells.words("small", "message");

    EndpointRow() {
        getStyleClass().add("row");
        setAlignment(Pos.CENTER_LEFT);
        HBox line = new HBox(name, kind, state, proved);
        line.getStyleClass().add("cells");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, message);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(SetupModel.Endpoint endpoint) {
        name.setText(endpoint.name());
        kind.setText(endpoint.kind());
        state.setText(endpoint.state());
        proved.setText(endpoint.proved());
        message.setText(endpoint.message());
        Shown.when(!endpoint.message().isEmpty(), message);
        pseudoClassStateChanged(TROUBLE, !endpoint.good());
    }
}
