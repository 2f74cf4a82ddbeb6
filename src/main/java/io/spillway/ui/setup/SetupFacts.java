package io.spillway.ui.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a configuration says that no Picture carries.
///
/// @param file where it was read from; empty if there is none
/// @param people who may do more than look; nobody where a name is enough
/// @param files makes certificates and HAProxy's part; null where a window cannot
public record SetupFacts(String file, List<Person> people, @Nullable SetupFiles files) {
    /// Nothing is known.
    public static final SetupFacts NONE = new SetupFacts("", List.of(), null);

    /// An operator.
    ///
    /// @param role `view`, `operate` or `admin`
    public record Person(String name, String role) {}

    public SetupFacts {
        people = List.copyOf(people);
    }
}
