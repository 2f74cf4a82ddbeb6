package io.spillway.app.graph;

import io.spillway.app.cli.Discovery;
import io.spillway.app.cli.Refused;
import io.spillway.app.config.ConfigException;
import io.spillway.app.config.FirstBalancer;
import io.spillway.app.config.FirstBalancer.ClientKeys;
import io.spillway.app.config.FirstConfig;
import io.spillway.app.graph.Places.Place;
import io.spillway.fleet.Slot;
import io.spillway.source.SourceException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for a balancer and a metrics engine where they usually are. Changes nothing there.
public final class FleetFinder {
    private static final Logger LOG = LoggerFactory.getLogger(FleetFinder.class);

    private final FleetProbe probe;

    /// @param clock real time
    public FleetFinder(InstantSource clock) {
        probe = new FleetProbe(clock);
    }

    /// Takes the first of each that answers; blocks, for some seconds at a place that is silent.
    ///
    /// @param named addresses and hosts; empty for this machine
    /// @param keys for `tls://`, null for none
    /// @throws ConfigException with a sentence for an address that is none
    public Discovery find(List<String> named, @Nullable ClientKeys keys) throws ConfigException {
        Places places = Places.of(named, keys);
        List<String> others = new ArrayList<>();
        URI engine = engine(places);
        for (Place<FirstBalancer> place : places.balancers()) {
            try {
                List<Slot> slots = probe.read(place.at());
                if (!slots.isEmpty()) {
                    FleetProbe.Found found = probe.ask(FirstConfig.of(engine, place.at()));
                    return new Discovery(found.config(), counted(slots), found.reports(), others);
                }
                others.add(
                        "%s answers, but none of its backends holds servers"
                                .formatted(place.at().text()));
            } catch (SourceException | Refused e) {
                if (place.expected()) {
                    others.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return new Discovery(null, Map.of(), List.of(), others);
    }

    /// One that was named is taken unseen: the check tells what comes of it.
    private @Nullable URI engine(Places places) {
        for (Place<URI> place : places.engines()) {
            if (place.expected()) {
                return place.at();
            }
            try {
                probe.read(place.at());
                return place.at();
            } catch (SourceException e) {
                LOG.debug("no metrics engine at {}", place.at(), e);
            }
        }
        return null;
    }

    private static Map<String, Integer> counted(List<Slot> slots) {
        Map<String, Integer> servers = new LinkedHashMap<>();
        slots.forEach(slot -> servers.merge(slot.backend(), 1, Integer::sum));
        return servers;
    }
}
