package io.spillway.ui.servers;

import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A cell that says one thing of a server. Its remark, where there is one, tells why it looks as it
/// does.
class FactsCell extends TableCell<ServerLine, ServerFacts> {
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    private static final PseudoClass STRESS = PseudoClass.getPseudoClass("stress");

    private final Function<ServerFacts, String> text;
    private final Function<ServerFacts, String> remark;
    private @Nullable Tooltip tooltip;

    FactsCell(Function<ServerFacts, String> text, Function<ServerFacts, String> remark) {
        this.text = text;
        this.remark = remark;
    }

    @Override
    protected void updateItem(@Nullable ServerFacts facts, boolean empty) {
        super.updateItem(facts, empty);
        if (empty || facts == null) {
            setText(null);
            mark(false, false);
            remark("");
        } else {
            draw(facts);
        }
    }

    /// Draws one server's facts.
    void draw(ServerFacts facts) {
        setText(text.apply(facts));
        remark(remark.apply(facts));
    }

    /// Sets how the cell looks: hatched for what is old, stressed for what differs.
    final void mark(boolean old, boolean stress) {
        pseudoClassStateChanged(OLD, old);
        pseudoClassStateChanged(STRESS, stress);
    }

    final void remark(String words) {
        if (words.isEmpty()) {
            setTooltip(null);
            return;
        }
        Tooltip tip = tooltip;
        if (tip == null) {
            tip = new Tooltip();
            tooltip = tip;
        }
        tip.setText(words);
        setTooltip(tip);
    }
}
