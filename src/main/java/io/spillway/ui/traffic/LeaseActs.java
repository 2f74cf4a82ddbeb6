package io.spillway.ui.traffic;

import io.spillway.desk.Command;
import io.spillway.desk.LeaseAct;
import io.spillway.desk.Mode;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.Words;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Sends what operators decide about acts in force, one at a time. For the FX thread.
public final class LeaseActs {
    private final Acts acts;
    private final Navigator navigator;
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final BooleanProperty waiting = new SimpleBooleanProperty();
    private Mode mode = Mode.OBSERVE;

    /// @param acts sends the decision
    /// @param navigator leads to Operate, and to the preview of undo
    public LeaseActs(Acts acts, Navigator navigator) {
        this.acts = acts;
        this.navigator = navigator;
    }

    /// Takes over who operates.
    void show(Picture picture) {
        mode = picture.mode();
    }

    /// What the desk said last; empty if nothing is to be read.
    ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// True while an answer is awaited.
    ReadOnlyBooleanProperty waitingProperty() {
        return waiting;
    }

    /// Puts the last answer away.
    void clear() {
        answer.set("");
    }

    /// Sends a decision; asks for Operate mode first where it is missing.
    ///
    /// @param id of the lease
    void decide(LeaseAct act, String id) {
        if (waiting.get()) {
            return;
        }
        if (!mode.operate()) {
            navigator.openOperate();
            return;
        }
        waiting.set(true);
        answer.set("");
        acts.send(
                new Command.OnLease(act, id, mode.operator(), true),
                reply -> {
                    waiting.set(false);
                    String said = reply.message();
                    answer.set(
                            said.isEmpty()
                                    ? Words.of(reply.done() ? "traffic.done" : "traffic.not-done")
                                    : said);
                });
    }

    /// Opens the preview of taking an act back.
    void undo(String id) {
        navigator.openUndo(id);
    }
}
