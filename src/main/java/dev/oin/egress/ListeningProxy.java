package dev.oin.egress;

import dev.oin.egress.ForwardProxies.ForwardProxy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts a browser's connections, each served by a thread of its own. */
final class ListeningProxy implements ForwardProxy {

    private final ServerSocket listener;
    private final String host;
    private final ProxyTargets targets;
    private final Capture capture;
    private final Clock clock;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

    ListeningProxy(ServerSocket listener, String host, ProxyTargets targets, Capture capture, Clock clock) {
        this.listener = listener;
        this.host = host;
        this.targets = targets;
        this.capture = capture;
        this.clock = clock;
    }

    void start() {
        Thread.ofVirtual().name("proxy-" + listener.getLocalPort()).start(this::accept);
    }

    @Override
    public String address() {
        return host + ':' + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var browser = listener.accept();
                Thread.ofVirtual().start(() -> serve(browser));
            } catch (IOException closed) {
                close();
            }
        }
    }

    private void serve(Socket browser) {
        open.add(browser);
        try (browser) {
            new ProxyConnection(browser, targets, capture, clock, this::track).serve();
        } catch (IOException brokenOff) {
            // the browser or the target went away; nobody is left to tell
        } finally {
            open.remove(browser);
        }
    }

    private Runnable track(Closeable connection) {
        open.add(connection);
        return () -> open.remove(connection);
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (var connection : open) {
                connection.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
