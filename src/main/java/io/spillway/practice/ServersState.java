package io.spillway.practice;

/// The answer to `show servers state`.
final class ServersState {
    private static final int DECLARED = 4;
    private static final String HEADER =
            "# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight"
                    + " srv_iweight srv_time_since_last_change srv_check_status srv_check_result"
                    + " srv_check_health srv_check_state srv_agent_state bk_f_forced_id"
                    + " srv_f_forced_id srv_fqdn srv_port srvrecord srv_use_ssl srv_check_port"
                    + " srv_check_addr srv_agent_addr srv_agent_port\n";

    private final Model model;
    private final Balancer balancer;

    ServersState(Model model, Balancer balancer) {
        this.model = model;
        this.balancer = balancer;
    }

    /// @param backend its name, empty for all of them
    Answer show(String backend) {
        int only = model.park.findGroup(backend);
        if (!backend.isEmpty() && only < 0) {
            return Answer.refused("Can't find backend.\n");
        }
        StringBuilder out = new StringBuilder("1\n").append(HEADER);
        synchronized (model) {
            for (int g = 0; g < model.park.groups.size(); g++) {
                if (only < 0 || only == g) {
                    rows(out, g);
                }
            }
        }
        return Answer.data(out.toString());
    }

    private void rows(StringBuilder out, int g) {
        Park park = model.park;
        Park.Group pool = park.groups.get(g);
        long now = model.tape.latest().time();
        for (int i = pool.first(); i < pool.end(); i++) {
            boolean maint = balancer.admin(i) == Balancer.MAINT;
            out.append(StatCsv.backendId(park, g)).append(' ').append(pool.name());
            out.append(' ').append(i - pool.first() + 1).append(' ').append(park.names[i]);
            boolean starting = balancer.throttle(i, now) < 100;
            out.append(' ').append(park.hosts[i]);
            out.append(maint ? " 0 " : starting ? " 1 " : " 2 ");
            // Whoever was declared disabled keeps that mark for good.
            int admin = balancer.admin(i) | (park.spare(i) ? DECLARED : 0);
            out.append(admin).append(' ').append(balancer.weight(i));
            out.append(' ').append(Park.INITIAL_WEIGHT).append(' ');
            out.append((now - balancer.changedAt(i)) / 1000);
            // The last check was good (15: L7OK, 3: passed); maintenance stops checking.
            out.append(maint ? " 15 3 0 14" : " 15 3 4 6").append(" 0 0 0 - ");
            out.append(Park.PORT).append(" - 0 0 - - 0\n");
        }
    }
}
