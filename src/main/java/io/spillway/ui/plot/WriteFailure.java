package io.spillway.ui.plot;

import io.spillway.ui.kit.Words;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Says why a file was not written, and what to do.
final class WriteFailure {
    private WriteFailure() {}

    static String words(Path file, IOException failure) {
        return Words.of("plot.not-saved", file, why(failure));
    }

    private static String why(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> Words.of("plot.no-permission");
            case NoSuchFileException _ -> Words.of("plot.no-folder");
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default ->
                    failure.getMessage() == null
                            ? Words.of("plot.write-failed")
                            : failure.getMessage();
        };
    }
}
