package io.spillway.wire.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// The one HTTP client and its variants, which share connections and threads. Safe for any number
/// of threads.
///
/// Answers that are compressed arrive plain. Redirects are not followed: a query is a POST, which a
/// redirect would turn into a GET, and credentials would travel to a host nobody configured.
public final class HttpClients implements AutoCloseable {
    private static final Set<String> LOOPBACK = Set.of("localhost", "::1", "[::1]");

    private final OkHttpClient base =
            new OkHttpClient.Builder()
                    .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                    .connectionPool(new ConnectionPool())
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .proxySelector(new NoProxyToLoopback())
                    .build();

    private @Nullable OkHttpClient secure;

    /// The client for one endpoint. Only where its address asks for TLS are the system's
    /// certificates read, which takes a while.
    ///
    /// @param url of the endpoint
    /// @throws IOException with one sentence for operators if the CA file is of no use
    public OkHttpClient client(HttpUrl url, HttpAccess access) throws IOException {
        // Only the whole call is bounded: shorter deadlines inside it would only blur why it
        // failed.
        OkHttpClient.Builder builder =
                (url.isHttps() ? secure() : base)
                        .newBuilder()
                        .callTimeout(access.deadline())
                        .connectTimeout(access.deadline())
                        .readTimeout(Duration.ZERO)
                        .writeTimeout(Duration.ZERO);
        if (url.isHttps() && access.ca() != null) {
            X509TrustManager trust = TrustFile.read(access.ca());
            builder.sslSocketFactory(context(trust).getSocketFactory(), trust);
        }
        String header = access.login().header();
        if (!header.isEmpty()) {
            builder.addInterceptor(authorization(header));
        }
        return builder.build();
    }

    private synchronized OkHttpClient secure() {
        OkHttpClient made = secure;
        if (made == null) {
            made = base.newBuilder().connectionSpecs(List.of(ConnectionSpec.MODERN_TLS)).build();
            secure = made;
        }
        return made;
    }

    @Override
    public void close() {
        base.dispatcher().executorService().shutdown();
        base.connectionPool().evictAll();
    }

    private static Interceptor authorization(String header) {
        return chain ->
                chain.proceed(chain.request().newBuilder().header("Authorization", header).build());
    }

    private static SSLContext context(X509TrustManager trust) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("This Java cannot speak TLS: install a complete one.", e);
        }
    }

    /// The system's proxies, but never for this machine: no proxy can reach it.
    private static final class NoProxyToLoopback extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            ProxySelector system = ProxySelector.getDefault();
            String host = uri.getHost();
            boolean here = host != null && (LOOPBACK.contains(host) || host.startsWith("127."));
            return here || system == null ? List.of(Proxy.NO_PROXY) : system.select(uri);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            ProxySelector system = ProxySelector.getDefault();
            if (system != null) {
                system.connectFailed(uri, address, failure);
            }
        }
    }
}
