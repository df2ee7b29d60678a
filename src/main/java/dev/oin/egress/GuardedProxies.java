package dev.oin.egress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Proxies on free ports of the loopback interface, or of the one that the operator names for browsers elsewhere. */
@Component
class GuardedProxies implements ForwardProxies {

    private static final int BACKLOG = 128;

    private final EgressProperties properties;
    private final ProxyTargets targets;
    private final Clock clock;

    GuardedProxies(EgressProperties properties, AddressRules rules, Politeness politeness, Clock clock) {
        this.properties = properties;
        this.targets = new ProxyTargets(rules, politeness, properties);
        this.clock = clock;
    }

    @Override
    public ForwardProxy open(Capture capture) {
        var bind = properties.proxyBind() == null ? InetAddress.getLoopbackAddress() : properties.proxyBind();
        try {
            var listener = new ServerSocket(0, BACKLOG, bind);
            var proxy = new ListeningProxy(listener, properties.proxyHost(), targets, capture, clock);
            proxy.start();
            return proxy;
        } catch (IOException failed) {
            throw new UncheckedIOException("No proxy can listen on " + bind, failed);
        }
    }
}
