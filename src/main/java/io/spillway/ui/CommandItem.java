package io.spillway.ui;

/// One thing that the console can be asked for.
///
/// @param title what it is called
/// @param place where its key works; empty where it works everywhere or has none
/// @param keys that ask for it, for people; empty for none
/// @param obstacle why it cannot be done now; empty if it can
/// @param run asks for it; never changes traffic
record CommandItem(String title, String place, String keys, String obstacle, Runnable run) {
    boolean possible() {
        return obstacle.isEmpty();
    }

    /// True if it reads like the other to whoever looks at it.
    boolean looksLike(CommandItem other) {
        return title.equals(other.title) && obstacle.equals(other.obstacle);
    }
}
