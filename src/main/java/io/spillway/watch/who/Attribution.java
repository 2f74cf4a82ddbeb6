package io.spillway.watch.who;

import java.util.List;

/// Who brings a surge, as far as it can be seen.
///
/// @param causes most likely first; empty if none can be claimed
/// @param notSeen evidence that no input gives, each as a short phrase
public record Attribution(List<Cause> causes, List<String> notSeen) {
    public Attribution {
        causes = List.copyOf(causes);
        notSeen = List.copyOf(notSeen);
    }

    /// Nothing is claimed and nothing was asked.
    public static Attribution none() {
        return new Attribution(List.of(), List.of());
    }
}
