package io.spillway.evaluate;

import io.spillway.fleet.LoggedRequest;
import io.spillway.watch.who.Attribution;
import io.spillway.watch.who.Attributor;
import io.spillway.watch.who.Cause.Kind;
import java.util.Comparator;
import java.util.List;

/// Base traffic with a planted surge.
///
/// @param what in words, for reading a failure
/// @param requests in any order
/// @param start of the surge, epoch milliseconds
/// @param now its end
/// @param planted causes, each with the same share of the increase
record Mix(String what, List<LoggedRequest> requests, long start, long now, List<Kind> planted) {
    /// What the product says of it.
    Attribution attribution() {
        var attributor = new Attributor();
        requests.stream()
                .sorted(Comparator.comparingLong(LoggedRequest::time))
                .forEach(attributor::add);
        return attributor.ask(start, now).answer();
    }
}
