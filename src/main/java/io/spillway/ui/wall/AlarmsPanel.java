package io.spillway.ui.wall;

import io.spillway.alarm.Alarm;
import io.spillway.alarm.Line;
import io.spillway.desk.Picture;
import io.spillway.ui.alarms.AlarmWords;
import io.spillway.ui.kit.Flash;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.PriorityMark;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.RuleWords;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// At most six alarms.
final class AlarmsPanel extends RowsPanel<AlarmsPanel.Item> {
    private static final int MOST = 6;

    private final Flash flash;

    /// @param flash the beat of what asks for an answer
    AlarmsPanel(Flash flash) {
        this(flash, new ArrayList<>());
    }

    private AlarmsPanel(Flash flash, List<Aligned> subjects) {
        super(Words.of("wall.alarms"), MOST, () -> new Row(flash, subjects));
        this.flash = flash;
    }

    /// One alarm, in words.
    ///
    /// @param what the first that finds room is shown
    record Item(
            String digit,
            String subject,
            List<String> what,
            String age,
            boolean asks,
            boolean over) {
        static Item of(Line line, long now) {
            Alarm a = line.first();
            int more = line.others().size();
            String subject = AlarmWords.source(a.subject());
            String title = RuleWords.title(a.rule());
            String value = AlarmWords.value(a.value(), a.rule().unit());
            return new Item(
                    Integer.toString(a.priority().digit()),
                    more == 0 ? subject : Words.of("wall.and-like", subject, more),
                    List.of((title + " " + value).strip(), title),
                    a.since() == 0 ? "" : Format.age(Duration.ofMillis(now - a.since())),
                    a.state().unacknowledged(),
                    !a.state().active());
        }
    }

    @Override
    List<Item> items(Picture picture) {
        long now = picture.time().toEpochMilli();
        return picture.alarms().lines().stream().map(line -> Item.of(line, now)).toList();
    }

    @Override
    public void show(Picture picture) {
        super.show(picture);
        flash.show(picture.alarms().unacknowledged() > 0);
    }

    @Override
    String summary(Picture picture, int left) {
        int asking = picture.alarms().unacknowledged();
        String words =
                picture.alarms().lines().isEmpty()
                        ? Words.of("wall.no-alarms")
                        : asking == 0 ? "" : Words.of("wall.need-answer", asking);
        String more = left == 0 ? "" : Words.of("wall.more", left);
        return words.isEmpty() || more.isEmpty() ? words + more : words + " · " + more;
    }

    private static final class Row implements RowView<Item> {
        private static final PseudoClass ASKS = PseudoClass.getPseudoClass("asks");
        private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

        private final PriorityMark mark = new PriorityMark();
        private final Aligned subject;
        private final Fitting what = new Fitting();
        private final Label age = new Label();
        private final HBox node;
        private final Flash flash;
        private boolean asks;

        Row(Flash flash, List<Aligned> subjects) {
            this.flash = flash;
            subject = new Aligned(subjects);
            subject.getStyleClass().add("strong");
            age.getStyleClass().add("mute");
            age.setMinWidth(Region.USE_PREF_SIZE);
            what.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(what, Priority.ALWAYS);
            node = new HBox(mark, subject, what, age);
            node.getStyleClass().add("wall-row");
            flash.litProperty().subscribe(_ -> beat());
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void show(Item item) {
            mark.show(item.digit());
            over(item.over());
            subject.setText(item.subject());
            what.say(item.what());
            age.setText(item.age());
            asks = item.asks();
            node.pseudoClassStateChanged(ASKS, asks && !item.over());
            beat();
        }

        private void over(boolean over) {
            if (over && !mark.getStyleClass().contains("over")) {
                mark.getStyleClass().add("over");
            } else if (!over) {
                mark.getStyleClass().remove("over");
            }
        }

        private void beat() {
            mark.pseudoClassStateChanged(DARK, asks && !flash.litProperty().get());
        }
    }
}
