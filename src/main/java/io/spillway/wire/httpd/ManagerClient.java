package io.spillway.wire.httpd;

import io.spillway.wire.http.CappedStream;
import io.spillway.wire.http.HttpAccess;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLStreamException;
import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// One balancer-manager. Every method blocks, none longer than the deadline; safe for any number of
/// threads.
///
/// httpd answers a change that it did not make just as one that it made, so what a method returns
/// has to be looked at.
public final class ManagerClient {
    /// More than the members of 10,000 servers.
    private static final long BUDGET = 32L << 20;

    private final OkHttpClient client;
    private final HttpUrl url;
    private final HttpUrl xml;
    private final Duration deadline;
    private final Trouble trouble;

    /// @param url of the balancer-manager, with the name or address by which httpd knows itself
    /// @param access credentials, CA and the deadline of each method here
    /// @throws IOException with one sentence for operators if the CA file is of no use
    public ManagerClient(URI url, HttpAccess access, HttpClients clients) throws IOException {
        this.url = HttpUrl.get(url.toString()).newBuilder().query(null).fragment(null).build();
        this.xml = this.url.newBuilder().addQueryParameter("xml", "1").build();
        this.client = clients.client(this.url, access);
        this.deadline = access.deadline();
        boolean login = !(access.login() instanceof Login.None);
        this.trouble = new Trouble(url.toString(), deadline, login);
    }

    /// `httpd at URL`, to begin a sentence with.
    public String place() {
        return trouble.place();
    }

    /// Asks for everything.
    public ManagerPage read() throws HttpdException {
        return page(request(xml).build(), end());
    }

    /// Asks for everything in the way in which a change is sent, and changes nothing: what keeps
    /// changes out shows here.
    public ManagerPage rehearse() throws HttpdException {
        return page(request(url).post(form().build()).build(), end());
    }

    /// Sends a change of one member and returns what httpd shows after it.
    ///
    /// @param balancer with the nonce to send
    /// @param fields names and values of the manager's form, for instance `w_lf` and `3`
    public ManagerPage send(
            ManagerPage.Balancer balancer, Member member, Map<String, String> fields)
            throws HttpdException {
        FormBody.Builder form = form();
        form.add("b", balancer.name());
        form.add("w", member.url());
        form.add("nonce", balancer.nonce());
        fields.forEach(form::add);
        RequestBody body = form.build();
        return page(request(url).post(body).build(), end());
    }

    private static FormBody.Builder form() {
        return new FormBody.Builder().add("xml", "1");
    }

    /// Without the page as referrer httpd takes parameters for an attack and ignores them.
    private Request.Builder request(HttpUrl to) {
        return new Request.Builder().url(to).header("Referer", url.toString());
    }

    private ManagerPage page(Request request, long end) throws HttpdException {
        Call call = client.newCall(request);
        call.timeout().timeout(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            if (response.code() != 200) {
                throw trouble.status(response.code());
            }
            if (!String.valueOf(response.header("Content-Type")).contains("xml")) {
                throw trouble.noXml();
            }
            InputStream raw = response.body().byteStream();
            try (InputStream in = new CappedStream(raw, new AtomicLong(BUDGET))) {
                String server = response.header("Server");
                return new ManagerPage(server == null ? "" : server, PageReader.read(in));
            }
        } catch (XMLStreamException e) {
            Throwable nested = e.getNestedException();
            throw nested instanceof IOException io ? trouble.broken(io) : trouble.foreign(e);
        } catch (IOException e) {
            throw trouble.broken(e);
        }
    }

    private long end() {
        return System.nanoTime() + deadline.toNanos();
    }
}
