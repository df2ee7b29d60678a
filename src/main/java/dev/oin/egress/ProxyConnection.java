package dev.oin.egress;

import dev.oin.egress.ProxyTargets.Connection;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One connection of a browser to its proxy: a tunnel, or one plain request. */
final class ProxyConnection {

    private static final int KEPT = 256 * 1024;
    private static final int BUFFER = 16 * 1024;
    private static final byte[] NOTHING = {};

    private final Socket browser;
    private final ProxyTargets targets;
    private final Capture capture;
    private final Clock clock;
    private final Function<Closeable, Runnable> track;

    ProxyConnection(
            Socket browser, ProxyTargets targets, Capture capture, Clock clock, Function<Closeable, Runnable> track) {
        this.browser = browser;
        this.targets = targets;
        this.capture = capture;
        this.clock = clock;
        this.track = track;
    }

    void serve() throws IOException {
        var input = new BufferedInputStream(browser.getInputStream());
        var request = ProxyRequest.read(input);
        var at = clock.instant();
        switch (targets.connect(request.url())) {
            case Connection.Closed(var status, var reason) -> refuse(request, at, status, reason);
            case Connection.Open(var socket) -> serve(request, input, socket, at);
        }
    }

    private void serve(ProxyRequest request, InputStream input, Socket target, Instant at) throws IOException {
        var done = track.apply(target);
        try (target) {
            if (request.isTunnel()) {
                tunnel(request, input, target, at);
            } else {
                forward(request, input, target, at);
            }
        } finally {
            done.run();
        }
    }

    private void refuse(ProxyRequest request, Instant at, int status, String reason) throws IOException {
        var body = reason.getBytes(StandardCharsets.UTF_8);
        var head =
                "HTTP/1.1 " + status + " Not connected\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                        + body.length + "\r\nConnection: close\r\n\r\n";
        browser.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        browser.getOutputStream().write(body);
        saw(request, at, NOTHING, RecordedMessage.of(NOTHING), reason);
    }

    private void tunnel(ProxyRequest request, InputStream input, Socket target, Instant at) throws IOException {
        browser.getOutputStream()
                .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        saw(request, at, NOTHING, new RecordedMessage(200, List.of(), NOTHING), null);
        Thread.ofVirtual().start(() -> upstream(input, target, OutputStream.nullOutputStream(), true));
        copy(target.getInputStream(), browser.getOutputStream(), OutputStream.nullOutputStream());
    }

    private void forward(ProxyRequest request, InputStream input, Socket target, Instant at) throws IOException {
        var sent = new ByteArrayOutputStream();
        var received = new ByteArrayOutputStream();
        target.getOutputStream().write(request.forwarded());
        Thread.ofVirtual().start(() -> upstream(input, target, sent, false));
        try {
            copy(target.getInputStream(), browser.getOutputStream(), received);
        } finally {
            saw(request, at, sent.toByteArray(), RecordedMessage.of(received.toByteArray()), null);
        }
    }

    private static void upstream(InputStream from, Socket target, OutputStream kept, boolean endsWithBrowser) {
        try {
            copy(from, target.getOutputStream(), kept);
            if (endsWithBrowser) {
                target.shutdownOutput();
            }
        } catch (IOException brokenOff) {
            // the other direction notices and ends the connection
        }
    }

    private static void copy(InputStream from, OutputStream to, OutputStream kept) throws IOException {
        var buffer = new byte[BUFFER];
        int left = KEPT;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            kept.write(buffer, 0, Math.min(left, read));
            left -= Math.min(left, read);
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    private void saw(ProxyRequest request, Instant at, byte[] sent, RecordedMessage answer, @Nullable String failure) {
        capture.saw(new Exchange(
                at,
                request.method(),
                request.url(),
                request.headers(),
                sent,
                answer.status(),
                answer.headers(),
                answer.body(),
                Duration.between(at, clock.instant()),
                failure));
    }
}
