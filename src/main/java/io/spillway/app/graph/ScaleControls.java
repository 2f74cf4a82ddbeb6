package io.spillway.app.graph;

import io.spillway.app.cli.Refused;
import io.spillway.app.config.Config;
import io.spillway.app.config.ScaleConfig;
import io.spillway.control.ScaleControl;
import io.spillway.control.scale.CommandScale;
import io.spillway.control.scale.KubernetesAccess;
import io.spillway.control.scale.KubernetesScale;
import io.spillway.control.scale.WebhookScale;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes what starts and stops servers, as the configuration asks for it.
final class ScaleControls {
    private ScaleControls() {}

    /// By pool; nothing connects before it is used. Whoever takes them closes them.
    static Map<String, ScaleControl> of(Config config, HttpClients http) {
        Map<String, ScaleControl> controls = new LinkedHashMap<>();
        config.relief()
                .scales()
                .forEach((pool, scale) -> controls.put(pool, control(pool, scale, http)));
        return controls;
    }

    private static ScaleControl control(String pool, ScaleConfig scale, HttpClients http) {
        try {
            return switch (scale) {
                case ScaleConfig.Command c -> new CommandScale(c.command(), c.deadline());
                case ScaleConfig.Webhook w ->
                        new WebhookScale(
                                w.address(),
                                new HttpAccess(
                                        SourceAdapters.wire(w.login()), w.ca(), w.deadline()),
                                http);
                case ScaleConfig.Kubernetes k ->
                        new KubernetesScale(
                                KubernetesAccess.client(k.kubeconfig(), k.context(), k.deadline()),
                                k.target());
            };
        } catch (IOException e) {
            throw new Refused("scale of " + pool + ": " + e.getMessage(), e);
        }
    }
}
