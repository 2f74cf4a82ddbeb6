package io.spillway.ui.alarms;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.OperatorAct;
import io.spillway.desk.Command;
import io.spillway.desk.Picture;
import io.spillway.desk.Reply;
import io.spillway.ui.kit.Acts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Sends what an operator does about alarms, under the operator's name, and keeps the last answer
/// that needs saying. For the FX thread.
public final class AlarmActs {
    private final Acts acts;
    private final Supplier<String> user;
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private String operator = "";

    /// @param user who sits here while nobody operates
    public AlarmActs(Acts acts, Supplier<String> user) {
        this.acts = acts;
        this.user = user;
    }

    /// Whoever operates is whose name acts bear.
    public void show(Picture picture) {
        operator = picture.mode().operate() ? picture.mode().operator() : "";
    }

    /// Under whose name acts are sent now.
    String operator() {
        return operator.isEmpty() ? user.get() : operator;
    }

    /// What the desk said last, empty if nothing needs saying.
    ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    void acknowledge(List<String> ids) {
        if (!ids.isEmpty()) {
            send(new OperatorAct.Acknowledge(ids, operator()));
        }
    }

    void shelve(List<String> ids, long millis, String reason) {
        send(new OperatorAct.Shelve(ids, millis, reason, operator()));
    }

    void unshelve(List<String> ids) {
        send(new OperatorAct.Unshelve(ids, operator()));
    }

    void takeOut(List<String> ids, String reason) {
        send(new OperatorAct.TakeOut(ids, reason, operator()));
    }

    void putBack(List<String> ids) {
        send(new OperatorAct.PutBack(ids, operator()));
    }

    /// Sound off for what rings now.
    public void silence() {
        send(new OperatorAct.Silence(operator()));
    }

    /// Sends any other command about alarms.
    ///
    /// @param then called with the answer
    void ask(Command command, Consumer<Reply> then) {
        acts.send(command, then);
    }

    private void send(OperatorAct act) {
        answer.set("");
        acts.send(new Command.OnAlarms(act), reply -> answer.set(reply.message()));
    }

    /// The ids of these, in their order.
    static List<String> ids(List<Alarm> alarms) {
        return alarms.stream().map(Alarm::id).distinct().toList();
    }
}
