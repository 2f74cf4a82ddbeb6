package io.spillway.practice;

import java.util.List;

/// The answer to `show stat`: HAProxy 2.6's columns, of which those are filled that mean something
/// here.
final class StatCsv {
    private static final int FRONTEND = 1;
    private static final int BACKEND = 2;
    private static final int SERVER = 4;

    private static final String HEADER =
            "pxname,svname,qcur,qmax,scur,smax,slim,stot,bin,bout,dreq,dresp,ereq,econ,eresp,wretr,"
                    + "wredis,status,weight,act,bck,chkfail,chkdown,lastchg,downtime,qlimit,pid,iid,sid,"
                    + "throttle,lbtot,tracked,type,rate,rate_lim,rate_max,check_status,check_code,"
                    + "check_duration,hrsp_1xx,hrsp_2xx,hrsp_3xx,hrsp_4xx,hrsp_5xx,hrsp_other,hanafail,"
                    + "req_rate,req_rate_max,req_tot,cli_abrt,srv_abrt,comp_in,comp_out,comp_byp,"
                    + "comp_rsp,lastsess,last_chk,last_agt,qtime,ctime,rtime,ttime,agent_status,"
                    + "agent_code,agent_duration,check_desc,agent_desc,check_rise,check_fall,"
                    + "check_health,agent_rise,agent_fall,agent_health,addr,cookie,mode,algo,conn_rate,"
                    + "conn_rate_max,conn_tot,intercepted,dcon,dses,wrew,connect,reuse,cache_lookups,"
                    + "cache_hits,srv_icur,src_ilim,qtime_max,ctime_max,rtime_max,ttime_max,eint,"
                    + "idle_conn_cur,safe_conn_cur,used_conn_cur,need_conn_est,uweight,"
                    + "agg_server_status,agg_server_check_status,agg_check_status,-,ssl_sess,"
                    + "ssl_reused_sess,ssl_failed_handshake,h2_headers_rcvd,h2_data_rcvd,"
                    + "h2_settings_rcvd,h2_rst_stream_rcvd,h2_goaway_rcvd,"
                    + "h2_detected_conn_protocol_errors,h2_detected_strm_protocol_errors,"
                    + "h2_rst_stream_resp,h2_goaway_resp,h2_open_connections,h2_backend_open_streams,"
                    + "h2_total_connections,h2_backend_total_streams,h1_open_connections,"
                    + "h1_open_streams,h1_total_connections,h1_total_streams,h1_bytes_in,h1_bytes_out,"
                    + "h1_spliced_bytes_in,h1_spliced_bytes_out";
    private static final List<String> COLUMNS = List.of(HEADER.split(","));

    private final Model model;
    private final Park park;
    private final Balancer balancer;
    private final Snapshot now;
    private final StatRow row = new StatRow(COLUMNS);

    StatCsv(Model model, Balancer balancer) {
        this.model = model;
        this.balancer = balancer;
        park = model.park;
        now = model.tape.latest();
    }

    /// The number HAProxy would give to a pool's backend: frontends come first, from 2 on.
    static int backendId(Park park, int g) {
        return 2 + park.groups.size() + g;
    }

    /// @param filter proxy (name or number, -1 for all), bit mask of types, server number or -1;
    ///   anything shorter means everything
    Answer show(List<String> filter) {
        if (!filter.isEmpty() && List.of("typed", "json", "desc").contains(filter.getFirst())) {
            return Answer.refused("The practice fleet answers show stat in CSV only.\n");
        }
        if (filter.size() < 3) {
            return Answer.data(text("-1", FRONTEND | BACKEND | SERVER, -1));
        }
        String proxy = filter.getFirst();
        if (!isNumber(proxy) && !isProxy(proxy)) {
            return Answer.refused("No such proxy.\n");
        }
        return Answer.data(text(proxy, number(filter.get(1)), number(filter.get(2))));
    }

    private String text(String proxy, int types, int sid) {
        int servers = park.size();
        StringBuilder out = new StringBuilder(4096 + 256 * servers);
        out.append("# ").append(HEADER).append(",\n");
        synchronized (model) {
            for (int g = 0; g < park.groups.size(); g++) {
                String frontend = frontend(park.groups.get(g));
                if ((types & FRONTEND) != 0 && sid <= 0 && wanted(proxy, frontend, 2 + g)) {
                    frontendRow(g).appendTo(out);
                }
            }
            for (int g = 0; g < park.groups.size(); g++) {
                if (wanted(proxy, park.groups.get(g).name(), backendId(park, g))) {
                    backend(g, types, sid, out);
                }
            }
        }
        return out.toString();
    }

    private void backend(int g, int types, int sid, StringBuilder out) {
        Park.Group pool = park.groups.get(g);
        for (int i = pool.first(); (types & SERVER) != 0 && i < pool.end(); i++) {
            if (sid < 0 || sid == i - pool.first() + 1) {
                serverRow(g, i).appendTo(out);
            }
        }
        if ((types & BACKEND) != 0 && sid <= 0) {
            backendRow(g).appendTo(out);
        }
    }

    private StatRow serverRow(int g, int i) {
        Park.Group pool = park.groups.get(g);
        int b = balancer.index;
        double answered = now.answered()[b][i];
        boolean maint = balancer.admin(i) == Balancer.MAINT;
        row.start(pool.name(), park.names[i], backendId(park, g), i - pool.first() + 1, 2);
        row.put("qcur", Math.round(now.queue()[b][i]));
        row.put("scur", Math.round(now.sessions()[b][i]));
        if (balancer.limit(i) > 0) {
            row.put("slim", balancer.limit(i));
        }
        row.traffic(answered, answered, now.failed()[b][i], now.rate()[b][i]);
        row.put("status", status(balancer.admin(i)));
        weight(i);
        row.put("uweight", balancer.weight(i));
        row.put("act", 1);
        row.put("bck", 0);
        row.put("chkfail", 0);
        row.put("chkdown", 0);
        row.put("lastchg", (now.time() - balancer.changedAt(i)) / 1000);
        row.put("downtime", 0);
        row.put("lbtot", (long) answered);
        if (!maint) {
            row.check(park.cores[i]);
        }
        row.latency(now.latency()[i]);
        row.put("addr", park.hosts[i] + ":" + Park.PORT);
        return row;
    }

    private void weight(int i) {
        boolean ready = balancer.admin(i) == Balancer.READY;
        row.put("weight", ready ? balancer.effective(i, now.time()) : balancer.weight(i));
        int throttle = balancer.throttle(i, now.time());
        if (ready && throttle < 100) {
            row.put("throttle", throttle);
        }
    }

    private static String status(byte admin) {
        return switch (admin) {
            case Balancer.MAINT -> "MAINT";
            case Balancer.DRAIN -> "DRAIN";
            default -> "UP";
        };
    }

    private StatRow backendRow(int g) {
        Park.Group pool = park.groups.get(g);
        Totals totals = new Totals(now, balancer.index, pool);
        double lost = now.unrouted()[balancer.index][g];
        long weight = balancer.total(pool, now.time());
        row.start(pool.name(), "BACKEND", backendId(park, g), 0, 1);
        row.put("qcur", 0);
        row.put("scur", Math.round(totals.sessions));
        row.traffic(totals.answered + lost, totals.answered, totals.failed + lost, totals.rate);
        row.put("status", weight > 0 ? "UP" : "DOWN");
        row.put("weight", weight);
        row.put("uweight", weight);
        row.put("act", balancer.active(pool));
        row.put("bck", 0);
        row.put("chkdown", 0);
        row.put("lastchg", Model.UPTIME_MILLIS / 1000);
        row.put("downtime", 0);
        row.put("lbtot", (long) totals.answered);
        row.put("algo", "roundrobin");
        return row;
    }

    private StatRow frontendRow(int g) {
        Park.Group pool = park.groups.get(g);
        Totals totals = new Totals(now, balancer.index, pool);
        double came = now.requests()[balancer.index][g];
        double lost = now.unrouted()[balancer.index][g];
        row.start(frontend(pool), "FRONTEND", 2 + g, 0, 0);
        row.put("scur", Math.round(totals.sessions + totals.queue));
        row.put("slim", 100_000);
        double refused = g == Park.GATED ? now.refusedBy(balancer.index) : 0;
        double rate = totals.rate + (g == Park.GATED ? now.refusing()[balancer.index] : 0);
        row.traffic(came, totals.answered, totals.failed + lost, rate);
        row.refused(refused);
        row.put("status", "OPEN");
        row.put("req_rate", Math.round(rate));
        row.put("req_tot", (long) came);
        return row;
    }

    private static String frontend(Park.Group pool) {
        return "fe-" + pool.name();
    }

    private boolean isProxy(String name) {
        return park.groups.stream()
                .anyMatch(it -> it.name().equals(name) || frontend(it).equals(name));
    }

    private static boolean wanted(String filter, String name, int id) {
        return filter.equals("-1") || filter.equals(name) || filter.equals(Integer.toString(id));
    }

    private static boolean isNumber(String word) {
        return word.matches("-?\\d{1,6}");
    }

    private static int number(String word) {
        return isNumber(word) ? Integer.parseInt(word) : 0;
    }

    /// Sums over a pool's servers at one balancer.
    private static final class Totals {
        double answered;
        double failed;
        double rate;
        double sessions;
        double queue;

        Totals(Snapshot now, int b, Park.Group pool) {
            for (int i = pool.first(); i < pool.end(); i++) {
                answered += now.answered()[b][i];
                failed += now.failed()[b][i];
                rate += now.rate()[b][i];
                sessions += now.sessions()[b][i];
                queue += now.queue()[b][i];
            }
        }
    }
}
