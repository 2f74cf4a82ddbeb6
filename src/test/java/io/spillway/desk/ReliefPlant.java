package io.spillway.desk;

import io.spillway.control.TrafficControl;
import io.spillway.fleet.Knob;
import io.spillway.fleet.Knob.Kind;
import io.spillway.fleet.Pool;
import io.spillway.fleet.RequestClass;
import io.spillway.source.MetricSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a walk happens on: a pool `web` behind two balancers with gates. Everything may fail,
/// forget, or be changed by somebody else.
interface ReliefPlant extends AutoCloseable {
    /// One balancer, past everything under test.
    interface Hand {
        String balancer();

        /// What a gate stands at, 0 where it is not there.
        int gate(Knob knob);

        /// How many servers get requests.
        long inService();

        /// Somebody else sets something.
        void set(Knob knob, int value);

        /// Back to its configuration.
        void reload();

        /// It fails half-way, so many calls or commands from now.
        void failIn(int calls);

        /// It does not answer any more, or it does again.
        void silence();
    }

    static Knob shed(int rank) {
        return new Knob(Kind.SHED, Integer.toString(rank));
    }

    static Knob limit(int rank) {
        return new Knob(Kind.LIMIT, Integer.toString(rank));
    }

    /// The desk's time.
    Instant now();

    /// Lets time go by.
    void pass(Duration time);

    /// As the desk is configured with it.
    ///
    /// @param least servers that must stay in service
    Pool pool(int least);

    /// Those in reserve last.
    List<String> servers();

    /// Most critical first, of ranks from 0 on.
    List<RequestClass> classes();

    List<Hand> hands();

    /// For one desk, which has them closed.
    Map<String, TrafficControl> controls();

    /// For one desk, which closes them.
    List<MetricSource> sources();

    /// A server fails.
    void lose(String server);

    /// Every server that failed is back.
    void heal();

    /// The load, or what is known of it, changes.
    ///
    /// @param to 0..1
    void turn(double to);

    @Override
    void close();
}
