package io.spillway.app.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.spillway.action.Lease;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.desk.Picture.State;
import io.spillway.fleet.SourceHealth;
import java.io.IOException;
import java.net.InetAddress;
import java.util.function.ToDoubleFunction;

/// Tells, at `/metrics` on a port of loopback, how a desk is doing: its tick, the health of each
/// source, alarms, acts in force, and the JVM. Every figure is taken from the newest Picture when
/// it is asked for. No name of an operator and no reason is among them.
public final class OwnMetrics implements AutoCloseable {
    private final DeskPort desk;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final HTTPServer server;

    /// Begins to listen. The desk stays the caller's, and must outlive this.
    ///
    /// @param port 0 for any that is free
    /// @throws IOException if the port cannot be had
    public OwnMetrics(DeskPort desk, int port) throws IOException {
        this.desk = desk;
        JvmMetrics.builder().register(registry);
        CounterWithCallback.builder()
                .name("spillway_ticks_total")
                .help("Looks at the fleet since the desk was started.")
                .callback(told -> told.call((double) desk.picture().tick()))
                .register(registry);
        gauge(
                "spillway_picture_timestamp_seconds",
                "The desk's time of the newest Picture.",
                picture -> picture.time().toEpochMilli() / 1000.0);
        gauge(
                "spillway_alarms_active",
                "Alarms that are active.",
                picture -> picture.alarms().active());
        gauge(
                "spillway_alarms_unacknowledged",
                "Alarms that nobody has.",
                picture -> picture.alarms().unacknowledged());
        gauge(
                "spillway_servers",
                "Servers of all pools.",
                picture -> picture.fleet().servers().size());
        gauge(
                "spillway_acts_in_force",
                "Acts on traffic that have not been taken back.",
                picture -> (double) picture.leases().stream().filter(Lease::inForce).count());
        states();
        sources();
        server =
                HTTPServer.builder()
                        .inetAddress(InetAddress.getLoopbackAddress())
                        .port(port)
                        .registry(registry)
                        .buildAndStart();
    }

    /// Where it listens.
    public int port() {
        return server.getPort();
    }

    private void gauge(String name, String help, ToDoubleFunction<Picture> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(told -> told.call(value.applyAsDouble(desk.picture())))
                .register(registry);
    }

    private void states() {
        GaugeWithCallback.builder()
                .name("spillway_state")
                .help("1 for the state that the fleet is in, 0 for the others.")
                .labelNames("state")
                .callback(told -> {
                    State now = desk.picture().state();
                    for (State state : State.values()) {
                        told.call(state == now ? 1 : 0, state.word());
                    }
                })
                .register(registry);
    }

    private void sources() {
        GaugeWithCallback.builder()
                .name("spillway_source_up")
                .help("1 while a source or balancer answers.")
                .labelNames("source", "kind")
                .callback(told -> {
                    for (SourceHealth source : desk.picture().sources()) {
                        told.call(source.ok() ? 1 : 0, source.name(), source.kind());
                    }
                })
                .register(registry);
    }

    @Override
    public void close() {
        server.close();
    }
}
