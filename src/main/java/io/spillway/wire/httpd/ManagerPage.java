package io.spillway.wire.httpd;

import java.util.List;
import java.util.Optional;

/// What the balancer-manager showed at one moment.
///
/// @param server what httpd says of itself, for instance `Apache/2.4.71 (Debian)`; empty if hidden
/// @param balancers in httpd's order
public record ManagerPage(String server, List<Balancer> balancers) {
    public ManagerPage {
        balancers = List.copyOf(balancers);
    }

    /// One balancer of that httpd.
    ///
    /// @param name without `balancer://`
    /// @param nonce to send back with each change; another one after each start and reload, unless
    ///   one was configured
    /// @param members in httpd's order; no two have the same name
    public record Balancer(String name, String nonce, List<Member> members) {
        public Balancer {
            members = List.copyOf(members);
        }

        /// The member of that name.
        public Optional<Member> member(String server) {
            return members.stream().filter(m -> m.server().equals(server)).findFirst();
        }

        /// Nonces let anybody change things, so they are not shown.
        @Override
        public String toString() {
            return "Balancer[" + name + ", " + members + "]";
        }
    }

    /// The balancer of that name.
    public Optional<Balancer> balancer(String name) {
        return balancers.stream().filter(b -> b.name().equals(name)).findFirst();
    }

    /// True if httpd was started or reloaded between an earlier page and this one, as far as they
    /// show it: other nonces, or fewer requests than before.
    public boolean restartedSince(ManagerPage earlier) {
        for (Balancer before : earlier.balancers) {
            Balancer now = balancer(before.name()).orElse(null);
            if (now == null || !now.nonce().equals(before.nonce())) {
                return true;
            }
            for (Member member : before.members()) {
                long elected = now.member(member.server()).map(Member::elected).orElse(0L);
                if (elected < member.elected()) {
                    return true;
                }
            }
        }
        return false;
    }
}
