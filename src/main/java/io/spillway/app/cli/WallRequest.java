package io.spillway.app.cli;

import io.spillway.ui.wall.Wall;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a wall is to show.
///
/// @param source the configuration: a file or an address; null for none
/// @param secrets gives the secret of a name, null where there is none; may throw
///   [io.spillway.app.secret.StoreException]
/// @param practice a practice fleet to run in this very process
/// @param state the state folder in which a console's desk may run
/// @param programme pages, sizes, colours
/// @param screens how many screens to fill, from the first on
/// @param at the view that begins, from 0
/// @param parent ends when whoever started the wall does
/// @param beat told about once a second, while new Pictures reach the screen, which view is shown
public record WallRequest(
        @Nullable String source,
        Function<String, @Nullable String> secrets,
        @Nullable PracticeSpec practice,
        Path state,
        Wall.Programme programme,
        int screens,
        int at,
        InputStream parent,
        Consumer<String> beat) {}
