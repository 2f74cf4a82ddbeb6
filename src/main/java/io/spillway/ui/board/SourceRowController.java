package io.spillway.ui.board;

import io.spillway.fleet.SourceHealth;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// One source: whether it lives, since when it is silent, what to do.
public final class SourceRowController implements RowView<SourceRowController.Item> {
    private static final PseudoClass DEAD = PseudoClass.getPseudoClass("dead");

    @FXML private VBox root;
    @FXML private Label name;
    @FXML private Label kind;
    @FXML private Label state;
    @FXML private Label message;

    /// What a row shows.
    ///
    /// @param now the Picture's time
    record Item(SourceHealth source, Instant now) {}

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(Item item) {
        SourceHealth source = item.source();
        name.setText(source.name());
        kind.setText(source.kind().equals(source.name()) ? "" : source.kind());
        state.setText(state(item));
        message.setText(source.message());
        Shown.when(!source.message().isEmpty(), message);
        root.pseudoClassStateChanged(DEAD, !source.ok());
    }

    /// In few words: `live 1 s`, `silent since 04:11:02`.
    static String state(Item item) {
        SourceHealth source = item.source();
        if (source.lastSuccess() == 0) {
            return Words.of("kit.never-answered");
        }
        Instant last = Instant.ofEpochMilli(source.lastSuccess());
        return source.ok()
                ? Words.of("kit.live-for", Format.span(Duration.between(last, item.now())))
                : Words.of("board.silent-since", Format.clock(last));
    }
}
