package io.spillway.ui;

import io.spillway.ui.setup.SetupFacts;
import io.spillway.ui.setup.SetupFacts.Person;
import java.util.List;

/// What the first screen offers in tests.
final class SampleOffer {
    private SampleOffer() {}

    static FirstRunOffer offer() {
        String file = "/home/ops/.config/spillway/spillway.yaml";
        List<Person> people =
                List.of(
                        new Person("Ada", "admin"),
                        new Person("Ben", "operate"),
                        new Person("Cleo", "view"));
        return new FirstRunOffer(file, "", null, null, new SetupFacts(file, people, null));
    }
}
