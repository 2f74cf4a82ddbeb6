package io.spillway.bench;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The least that JavaFX can show: a window with one label over the whole screen. An argument is
/// the seconds after which it closes.
public final class BareWindow extends Application {
    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) {
        StackPane pane = new StackPane(new Label("Bare"));
        pane.setStyle("-fx-background-color: white");
        stage.setScene(new Scene(pane));
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(Screen.getPrimary().getBounds().getWidth());
        stage.setHeight(Screen.getPrimary().getBounds().getHeight());
        stage.show();
        getParameters().getRaw().stream()
                .findFirst()
                .ifPresent(seconds -> {
                    PauseTransition wait =
                            new PauseTransition(Duration.seconds(Double.parseDouble(seconds)));
                    wait.setOnFinished(_ -> Platform.exit());
                    wait.play();
                });
    }
}
