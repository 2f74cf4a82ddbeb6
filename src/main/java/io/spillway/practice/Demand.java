package io.spillway.practice;

/// How many requests reach each pool at any time, past or present, and what they cost.
final class Demand {
    private static final double CALM_CPU = 0.48;
    private static final double API_CPU = 0.46;
    private static final double CHECKOUT_CPU = 0.4;

    /// From the calm level to the crowd's: seconds after the start, share of the way.
    private static final Curve CROWD =
            Curve.of(60, 0, 72, .1, 82, .3, 104, .75, 114, .93, 125, 1, 2700, 1, 3600, 0);

    /// Requests of the outage, as a share of those that fill the hottest server at 04:04:43.
    private static final Curve OUTAGE_RATE =
            Curve.of(
                    0, .29, 585, .29, 1200, .45, 1800, .57, 2400, .73, 2525, .79, 3000, .886, 3283,
                    1, 3600, 1.05, 5000, 1.02, 7200, 1.06, 8761, 1.05, 11000, 1.05, 12957, 1.04,
                    13800, .72, 14400, .6, 15600, .46, 17398, .367);

    /// Their work, likewise. It stays flat while only cheap requests are added.
    private static final Curve OUTAGE_WORK =
            Curve.of(
                    0, .336, 585, .336, 2525, .36, 3000, .727, 3283, 1, 3600, 1.12, 5000, 1.16,
                    7200, 1.2, 8761, 1.2, 11000, 1.19, 12957, 1.17, 13800, .76, 14400, .62, 15600,
                    .48, 17398, .41);

    private final Park park;
    private final Noise noise;
    private final Calendar calendar;
    private final Scenario scenario;
    private final long start;
    private final double atStart;

    Demand(Park park, Noise noise, Scenario scenario, long start) {
        this.park = park;
        this.noise = noise;
        this.scenario = scenario;
        this.start = start;
        calendar =
                scenario == Scenario.REFERENCE_OUTAGE ? new Calendar(0) : Calendar.afternoon(start);
        atStart = calendar.factor(start);
    }

    /// Requests per second that reach a pool, over all balancers.
    double rate(int group, long millis) {
        double chatter =
                1
                        + 0.010 * noise.smooth(10 + group, millis, 45_000)
                        + 0.006 * noise.smooth(20 + group, millis, 4_000);
        double drift = 1 + 0.03 * noise.smooth(30 + group, millis, 7_200_000);
        double pastDrift = millis < start ? drift / (1 + 0.03 * driftAtStart(group)) : 1;
        return chatter * pastDrift * level(group, millis);
    }

    /// What a request costs, 1 being usual.
    double cost(int group, long millis) {
        if (group != 0 || scenario != Scenario.REFERENCE_OUTAGE) {
            return 1;
        }
        double second = (millis - start) / 1000.0;
        return OUTAGE_WORK.at(second) / OUTAGE_RATE.at(second);
    }

    /// Part of the requests to the gated pool that a crowd sends on top of the usual, 0..1.
    double crowd(long millis) {
        if (millis < start) {
            return 0;
        }
        double second = (millis - start) / 1000.0;
        return switch (scenario) {
            case REFERENCE_OUTAGE -> Math.max(0, 1 - OUTAGE_RATE.at(0) / OUTAGE_RATE.at(second));
            case SURGE -> 1 - usual(Park.GATED, millis) / level(Park.GATED, millis);
            case CALM, BLIND -> 0;
        };
    }

    /// True while the scenario keeps the metrics engine silent.
    boolean blind(long millis) {
        return scenario == Scenario.BLIND && millis - start >= 60_000;
    }

    private double driftAtStart(int group) {
        return noise.smooth(30 + group, start, 7_200_000);
    }

    private double level(int group, long millis) {
        Park.Group it = park.groups.get(group);
        double second = (millis - start) / 1000.0;
        if (scenario == Scenario.REFERENCE_OUTAGE) {
            double told = OUTAGE_RATE.at(second);
            double today = millis < start ? told * hours(millis) : told;
            return group == 0
                    ? park.rateForHottest(it, 1) * today
                    : park.rateForHottest(it, 0.2 + 0.3 * today);
        }
        double usual = usual(group, millis);
        if (scenario != Scenario.SURGE || millis < start) {
            return usual;
        }
        double peak = group == 0 ? park.rateForHottest(it, 0.985) : usual * 1.12;
        return usual + CROWD.at(second) * (peak - usual);
    }

    private double hours(long millis) {
        return calendar.factor(millis) / atStart;
    }

    private double usual(int group, long millis) {
        double calm =
                switch (group) {
                    case 0 -> CALM_CPU;
                    case 1 -> API_CPU;
                    default -> CHECKOUT_CPU;
                };
        return park.rateForHottest(park.groups.get(group), calm) * hours(millis);
    }
}
