package io.spillway.app.graph;

import io.spillway.app.config.BalancerConfig;
import io.spillway.app.config.Config;
import io.spillway.app.config.SourceConfig;
import io.spillway.control.AlertControl;
import io.spillway.control.ScaleControl;
import io.spillway.control.TrafficControl;
import io.spillway.control.alertmanager.AlertmanagerControl;
import io.spillway.control.haproxy.HaproxyControl;
import io.spillway.control.httpd.HttpdControl;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes the adapters that a configuration asks for, those that act among them. Nothing connects
/// before it is used.
final class Adapters extends SourceAdapters {
    /// @param practice true if every endpoint must be a practice fleet, false if none may be
    Adapters(boolean practice) {
        super(practice);
    }

    /// A control for every Alertmanager in which alerts may be silenced, by its name.
    Map<String, AlertControl> alertControls(Config config) {
        Map<String, AlertControl> controls = new LinkedHashMap<>();
        for (SourceConfig source : config.sources()) {
            if (source instanceof SourceConfig.Alertmanager alerts && alerts.silences()) {
                controls.put(alerts.name(), new AlertmanagerControl(alerts.name(), client(alerts)));
            }
        }
        return controls;
    }

    /// What starts servers, by pool. Whoever takes them closes them.
    Map<String, ScaleControl> scales(Config config) {
        return ScaleControls.of(config, http);
    }

    /// A control for every balancer that can be changed, each on a connection of its own, so that
    /// polling never stands in the way of an act.
    Map<String, TrafficControl> controls(Config config) {
        Map<String, TrafficControl> controls = new LinkedHashMap<>();
        for (BalancerConfig balancer : config.balancers()) {
            switch (balancer) {
                case BalancerConfig.RuntimeApi api ->
                        controls.put(api.name(), control(config, api));
                case BalancerConfig.Httpd httpd -> controls.put(httpd.name(), control(httpd));
                case BalancerConfig.StatsPage _ -> {}
            }
        }
        return controls;
    }

    HttpdControl control(BalancerConfig.Httpd httpd) {
        return new HttpdControl(httpd.name(), client(httpd));
    }

    HaproxyControl control(Config config, BalancerConfig.RuntimeApi api) {
        return new HaproxyControl(api.name(), client(api), maps(config, api));
    }
}
