package io.spillway.ui.why;

import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.MeterBar;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import io.spillway.watch.who.Cause;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One cause: what it is, how sure that is, its share, and its evidence.
final class CauseRow extends VBox implements RowView<CauseRow.Item> {
    private final Label name = new Label();
    private final Label confidence = new Label();
    private final MeterBar bar = new MeterBar();
    private final Label share = new Label();
    private final VBox evidence = new VBox();
    private final Rows<String> lines = new Rows<>(evidence, Sentence::new);

    /// What a row shows.
    ///
    /// @param brief true for the strongest evidence alone
    record Item(Cause cause, boolean brief) {}

    CauseRow() {
        getStyleClass().add("cause");
        setAccessibleRole(AccessibleRole.TEXT);
        name.getStyleClass().add("strong");
        confidence.getStyleClass().addAll("small", "mute");
        share.getStyleClass().add("share");
        Region filler = new Region();
        HBox.setHgrow(filler, Priority.ALWAYS);
        HBox line = new HBox(name, confidence, filler, bar, share);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        evidence.getStyleClass().add("evidence");
        getChildren().addAll(line, evidence);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(Item item) {
        Cause cause = item.cause();
        boolean measured = Double.isFinite(cause.share());
        name.setText(word(cause.kind()));
        confidence.setText(
                Words.of("why.confidence-" + cause.confidence().name().toLowerCase(Locale.ROOT)));
        bar.show(cause.share(), false);
        share.setText(
                measured ? Words.of("why.of-the-increase", Format.percent(cause.share())) : "");
        Shown.when(measured, bar);
        Shown.when(measured, share);
        List<String> all = cause.evidence();
        List<String> said = item.brief() && !all.isEmpty() ? all.subList(0, 1) : all;
        lines.show(said);
        setAccessibleText(
                name.getText()
                        + ", "
                        + confidence.getText()
                        + (measured ? ", " + share.getText() : "")
                        + ". "
                        + String.join(" ", said));
    }

    private static String word(Cause.Kind kind) {
        return switch (kind) {
            case BOTS -> Words.of("why.bots");
            case CAMPAIGN -> Words.of("why.campaign");
            case RETRY_STORM -> Words.of("why.retry-storm");
            case NEW_USERS -> Words.of("why.new-users");
        };
    }

    /// One sentence that takes the lines it needs.
    static final class Sentence extends Label implements RowView<String> {
        Sentence() {
            getStyleClass().addAll("small", "mute");
            setWrapText(true);
            setMinHeight(Region.USE_PREF_SIZE);
        }

        @Override
        public Node node() {
            return this;
        }

        @Override
        public void show(String item) {
            setText(item);
        }
    }
}
