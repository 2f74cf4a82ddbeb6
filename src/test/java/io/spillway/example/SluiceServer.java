package io.spillway.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.spillway.example.SluiceClient.Member;
import io.spillway.example.SluiceClient.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stands for the imaginary balancer: two servers behind its API, on loopback.
final class SluiceServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Member> members = new ArrayList<>();
    private boolean deaf;

    SluiceServer() throws IOException {
        members.add(new Member("be_web", "web-1", "10.0.0.1:80", 50, false, true, 100));
        members.add(new Member("be_web", "web-2", "10.0.0.2:80", 50, false, true, 100));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/members", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:%d/members".formatted(server.getAddress().getPort());
    }

    /// So many requests went to each server.
    synchronized void serve(int requests) {
        members.replaceAll(m -> with(m, m.weight(), m.out(), m.served() + requests));
    }

    /// From now on it says yes to everything, and does nothing.
    synchronized void fallDeaf() {
        deaf = true;
    }

    private static Member with(Member m, int weight, boolean out, long served) {
        return new Member(m.backend(), m.name(), m.at(), weight, out, m.up(), served);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            if (exchange.getRequestMethod().equals("PUT") && !deaf) {
                JsonNode change = JsonMapper.shared().readTree(exchange.getRequestBody());
                members.replaceAll(m -> m.name().equals(path[3]) ? changed(m, change) : m);
            }
            byte[] body = JsonMapper.shared().writeValueAsBytes(new Page("1.0", 7, members));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Member changed(Member m, JsonNode change) {
        return with(
                m,
                change.path("weight").asInt(m.weight()),
                change.path("out").asBoolean(m.out()),
                m.served());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
