package io.spillway.ui.sound;

/// Says something on the desktop, outside the window.
public interface Notifier {
    /// Does not wait until it is seen, and says nothing where the platform has no way to.
    void say(String title, String text);
}
