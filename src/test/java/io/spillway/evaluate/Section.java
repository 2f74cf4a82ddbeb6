package io.spillway.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// One table of the evaluation.
public interface Section {
    /// A short word to choose it by.
    String name();

    /// Measures.
    ///
    /// @param data the folder with the public series
    /// @param seed of everything random
    /// @param full the whole set of cases rather than a sample
    /// @throws IOException if a file is absent or cannot be read
    List<Row> run(Path data, long seed, boolean full) throws IOException;
}
