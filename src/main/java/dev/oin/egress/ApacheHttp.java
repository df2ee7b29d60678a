package dev.oin.egress;

import dev.oin.egress.Reply.Answered;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One exchange with one address that was checked before: no redirects, no cookies, no look-ups, within limits of time and size. No compression is asked for, and what comes
 * compressed is unpacked all the same: who names no coding takes any (RFC 9110, section 12.5.3). A connection that is kept may be closed by the server at the moment of the
 * next call: what does the same when it is done twice is then sent once more, and what may not be sent twice gets a connection of its own (RFC 9112, section 9.3.1).
 */
final class ApacheHttp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApacheHttp.class);

    /** A connection is looked at each time before it is used again, but within one millisecond: some servers close it after an answer without saying so. */
    private static final Timeout LOOK_AGAIN = Timeout.ofMilliseconds(1);

    /** What does the same when it is done twice (RFC 9110, section 9.2.2). */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final EgressProperties limits;
    private final ScheduledExecutorService deadlines;
    private final CloseableHttpClient kept;
    private final CloseableHttpClient once;

    ApacheHttp(EgressProperties limits) {
        this.limits = limits;
        this.deadlines = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("egress-deadlines").factory());
        this.kept = client(limits).build();
        this.once = client(limits)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .build();
    }

    private static HttpClientBuilder client(EgressProperties limits) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new NoNames())
                .setMaxConnPerRoute(32)
                .setMaxConnTotal(256)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connectTimeout()))
                        .setValidateAfterInactivity(LOOK_AGAIN)
                        .setTimeToLive(Timeout.ofSeconds(60))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .setUserAgent("OIN-pipeline");
    }

    /** What was sent, what came back. */
    record Round(List<Header> sent, Answered answer) {}

    /** Calls the first of the addresses that lets us connect. */
    Round exchange(Call call, URI url, List<InetAddress> addresses, Duration limit) throws IOException {
        for (var address : addresses.subList(0, addresses.size() - 1)) {
            try {
                return exchange(call, url, address, limit);
            } catch (ConnectException | NoRouteToHostException notHere) {
                LOG.debug("{} does not answer at {}", url.getHost(), address);
            }
        }
        return exchange(call, url, addresses.getLast(), limit);
    }

    private Round exchange(Call call, URI url, InetAddress address, Duration limit) throws IOException {
        long start = System.nanoTime();
        if (!IDEMPOTENT.contains(call.method())) {
            return exchange(once, call, url, address, limit, start, HttpClientContext.create());
        }
        var context = HttpClientContext.create();
        try {
            return exchange(kept, call, url, address, limit, start, context);
        } catch (NoHttpResponseException | SocketException broken) {
            var left = limit.minusNanos(System.nanoTime() - start);
            if (!wasInUse(context) || !left.isPositive()) {
                throw broken;
            }
            LOG.debug("{} closed a connection that was kept, so {} is sent anew", url.getHost(), call.method());
            return exchange(once, call, url, address, left, start, HttpClientContext.create());
        }
    }

    /** Whether the connection has brought an answer before, so that the server may have closed it before it saw the call. */
    private static boolean wasInUse(HttpClientContext context) {
        return context.getEndpointDetails() != null
                && context.getEndpointDetails().getResponseCount() > 0;
    }

    private Round exchange(
            CloseableHttpClient client,
            Call call,
            URI url,
            InetAddress address,
            Duration limit,
            long start,
            HttpClientContext context)
            throws IOException {
        var request = request(call, url, limit);
        var target = new HttpHost(url.getScheme(), address, url.getHost(), AddressRules.portOf(url));
        var deadline = deadlines.schedule(request::cancel, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var answer = client.execute(target, request, context, response -> answer(request, url, response, start));
            return new Round(headers(context.getRequest().getHeaders()), answer);
        } finally {
            deadline.cancel(false);
        }
    }

    private static HttpUriRequestBase request(Call call, URI url, Duration limit) {
        var request = new HttpUriRequestBase(call.method(), url);
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(timeout(limit))
                .setConnectionRequestTimeout(timeout(limit))
                .build());
        call.headers().forEach(header -> request.addHeader(header.name(), header.value()));
        if (call.body() != null) {
            request.setEntity(new ByteArrayEntity(call.body(), null));
        }
        return request;
    }

    private Answered answer(HttpUriRequestBase request, URI url, ClassicHttpResponse response, long start)
            throws IOException {
        int most = Math.toIntExact(limits.maxResponse().toBytes());
        var body = read(response, most + 1);
        boolean truncated = body.length > most;
        if (truncated) {
            request.cancel();
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        return new Answered(
                url,
                response.getCode(),
                headers(response.getHeaders()),
                truncated ? Arrays.copyOf(body, most) : body,
                truncated,
                took);
    }

    private static byte[] read(ClassicHttpResponse response, int most) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        try (InputStream stream = unpacked(response)) {
            return stream.readNBytes(most);
        }
    }

    private static InputStream unpacked(ClassicHttpResponse response) throws IOException {
        var sent = new PushbackInputStream(response.getEntity().getContent());
        int first = sent.read();
        if (first < 0) {
            return sent;
        }
        sent.unread(first);
        var coding = response.getFirstHeader("Content-Encoding");
        return switch (coding == null ? "" : coding.getValue().strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> new GZIPInputStream(sent);
            case "deflate" -> new InflaterInputStream(sent);
            default -> sent;
        };
    }

    private static List<Header> headers(org.apache.hc.core5.http.Header[] headers) {
        return Stream.of(headers)
                .map(header -> new Header(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        try (once) {
            kept.close();
        }
    }
}
