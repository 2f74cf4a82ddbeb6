package io.spillway.control.httpd;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.spillway.testing.HttpdServers;
import io.spillway.wire.httpd.ManagerClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/// Stands between a client and the balancer-manager of a real httpd, and may change the forms that
/// pass.
final class Between implements AutoCloseable {
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpdServers servers;
    private final UnaryOperator<String> form;

    /// @param form what to send on instead of a form
    Between(HttpdServers servers, UnaryOperator<String> form) throws IOException {
        this.servers = servers;
        this.form = form;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.start();
    }

    ManagerClient client() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/balancer-manager";
        return servers.client(url);
    }

    private void pass(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        var uri = URI.create(servers.httpd.manager() + (query == null ? "" : "?" + query));
        var request =
                HttpRequest.newBuilder(uri)
                        .header("Referer", exchange.getRequestHeaders().getFirst("Referer"));
        if (exchange.getRequestMethod().equals("POST")) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String sent = form.apply(new String(body, StandardCharsets.UTF_8));
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(sent));
        }
        try {
            byte[] answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.shutdownNow();
    }
}
