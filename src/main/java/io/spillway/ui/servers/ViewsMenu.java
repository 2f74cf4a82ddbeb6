package io.spillway.ui.servers;

import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import io.spillway.ui.servers.SavedViews.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The menu of saved views: choose one, keep what the table shows now under a name, forget one.
final class ViewsMenu {
    private final MenuButton menu;
    private final TextField name;
    private final Label hint;
    private final Function<String, View> now;
    private final Consumer<View> look;
    private final String usual;
    private List<View> views = List.of();
    private String current = "";
    private @Nullable SavedViews file;

    /// @param name where a name is typed; takes the place of the hint meanwhile
    /// @param now what the table shows, as a view of that name
    /// @param look shows a view
    ViewsMenu(
            MenuButton menu,
            TextField name,
            Label hint,
            Function<String, View> now,
            Consumer<View> look) {
        this.menu = menu;
        this.name = name;
        this.hint = hint;
        this.now = now;
        this.look = look;
        usual = hint.getText();
        Shown.when(false, name);
        name.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        name.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        ask(false);
                    }
                });
        fill(views);
    }

    /// Offers these views from now on, and saves among them.
    Subscription keep(SavedViews saved) {
        file = saved;
        return saved.watch(this::fill, this::trouble);
    }

    private void trouble(String sentence) {
        hint.setText(sentence);
        // The bar has room for its beginning only.
        hint.setTooltip(new Tooltip(sentence));
    }

    private void fill(List<View> all) {
        views = all;
        List<MenuItem> items = new ArrayList<>();
        for (View view : views) {
            items.add(item(view.name(), () -> choose(view)));
        }
        if (!views.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item(Words.of("servers.save-view"), () -> ask(true)));
        if (views.stream().anyMatch(v -> v.name().equals(current))) {
            items.add(item(Words.of("servers.forget-view", current), this::forget));
        }
        menu.getItems().setAll(items);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        // An operator's own name may hold what would be read as a mnemonic.
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void choose(View view) {
        current = view.name();
        look.accept(view);
        fill(views);
    }

    private void ask(boolean asks) {
        Node instead = hint;
        Shown.when(asks, name);
        Shown.when(!asks, instead);
        if (asks) {
            name.setText(current);
            name.requestFocus();
        }
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !name.getText().isBlank()) {
            save(now.apply(name.getText()));
        } else if (key.getCode() != KeyCode.ESCAPE && key.getCode() != KeyCode.ENTER) {
            return;
        }
        menu.requestFocus();
        key.consume();
    }

    private void save(View view) {
        current = view.name();
        change(saved -> saved.put(view, this::trouble));
    }

    private void forget() {
        change(saved -> saved.forget(current, this::trouble));
    }

    private void change(Consumer<SavedViews> change) {
        hint.setText(usual);
        hint.setTooltip(null);
        if (file != null) {
            change.accept(file);
        }
    }
}
