package io.spillway.relief.serving;

import io.spillway.fleet.Pool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The servers of a pool under a load, with a choice of who serves. The balancers spread the load
/// by weight over those who do.
public final class Serving {
    /// A server that never served is taken for this much weaker than the middle of its peers.
    private static final double UNTRIED = 0.85;

    private final Pool pool;
    private final List<Member> members;
    private final double demand;
    private final double growth;

    /// @param members every server of the pool; what is not known of one that does not serve is
    ///   taken from its peers
    /// @param demand requests a second to plan for; at least what is served now is taken
    public Serving(Pool pool, List<Member> members, double demand) {
        this.pool = pool;
        double served = members.stream().mapToDouble(Member::requests).filter(r -> r >= 0).sum();
        this.demand = Math.max(served, demand >= 0 ? demand : 0);
        this.growth = served > 0 ? this.demand / served : 1;
        this.members = completed(members);
    }

    private static List<Member> completed(List<Member> members) {
        double cost =
                middle(
                        members.stream()
                                .filter(Member::serving)
                                .mapToDouble(Member::cost)
                                .toArray());
        double background =
                middle(
                        members.stream()
                                .filter(Member::serving)
                                .mapToDouble(Member::background)
                                .toArray());
        List<Member> all = new ArrayList<>();
        for (Member member : members) {
            boolean untried = !member.known() && !member.serving();
            all.add(untried ? member.withLine(background, cost / UNTRIED) : member);
        }
        return List.copyOf(all);
    }

    /// Median, NaN of nothing.
    private static double middle(double[] values) {
        double[] known = Arrays.stream(values).filter(v -> v >= 0).sorted().toArray();
        return known.length == 0 ? Double.NaN : known[known.length / 2];
    }

    public Pool pool() {
        return pool;
    }

    /// All servers, in the order in which they were given.
    public List<Member> members() {
        return members;
    }

    /// Requests a second that are planned for.
    public double demand() {
        return demand;
    }

    /// What is planned for as a multiple of what is served now, 1 or more.
    public double growth() {
        return growth;
    }

    /// Names of those who serve now.
    public Set<String> now() {
        Set<String> names = new HashSet<>();
        members.stream().filter(Member::serving).forEach(m -> names.add(m.name()));
        return names;
    }

    /// Share of the load by weight of each server if these serve, 0..1.
    public double[] shares(Set<String> serving) {
        double sum = 0;
        for (Member m : members) {
            sum += serving.contains(m.name()) ? m.weight() : 0;
        }
        double[] shares = new double[members.size()];
        for (int i = 0; i < shares.length; i++) {
            Member m = members.get(i);
            shares[i] = sum > 0 && serving.contains(m.name()) ? m.weight() / sum : 0;
        }
        return shares;
    }

    /// CPU of each server if these serve, 0..; above 1 it is asked for more than it has. Of those
    /// who do not, their background. NaN if unknown.
    public double[] cpu(Set<String> serving) {
        double[] shares = shares(serving);
        double[] cpu = new double[shares.length];
        for (int i = 0; i < cpu.length; i++) {
            cpu[i] = members.get(i).cpuAt(demand * shares[i]);
        }
        return cpu;
    }

    /// The highest CPU if these serve; NaN if that of one who does is unknown; infinite if somebody
    /// must and nobody does.
    public double highest(Set<String> serving) {
        if (serving.isEmpty()) {
            return demand > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        double[] cpu = cpu(serving);
        double highest = 0;
        for (int i = 0; i < cpu.length; i++) {
            if (serving.contains(members.get(i).name())) {
                highest = Math.max(highest, cpu[i]);
            }
        }
        return highest;
    }

    /// The highest CPU if these serve and then lose the one among them that carries the most; as in
    /// [#highest].
    public double afterLosingOne(Set<String> serving) {
        String largest = largest(serving);
        Set<String> left = new HashSet<>(serving);
        left.remove(largest);
        return highest(left);
    }

    /// The name of the one that carries the most requests if these serve, empty if none does.
    public String largest(Set<String> serving) {
        double[] shares = shares(serving);
        String name = "";
        double most = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > most) {
                most = shares[i];
                name = members.get(i).name();
            }
        }
        return name;
    }

    /// Requests a second that these take together, each up to a share of CPU; who is unknown counts
    /// for nothing.
    public double capacity(Set<String> serving, double share) {
        double sum = 0;
        for (Member m : members) {
            double rate = serving.contains(m.name()) ? m.rateAt(share) : Double.NaN;
            sum += rate >= 0 ? rate : 0;
        }
        return sum;
    }
}
