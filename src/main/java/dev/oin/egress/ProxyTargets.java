package dev.oin.egress;

import dev.oin.egress.Admission.Admitted;
import dev.oin.egress.Admission.Refused;
import dev.oin.egress.Admission.Unknown;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** Connects a browser to where it may go: what the address rules admit, and the product itself. */
final class ProxyTargets {

    private final AddressRules rules;
    private final Politeness politeness;
    private final EgressProperties properties;

    ProxyTargets(AddressRules rules, Politeness politeness, EgressProperties properties) {
        this.rules = rules;
        this.politeness = politeness;
        this.properties = properties;
    }

    /** A connection, or why there is none. */
    sealed interface Connection {

        record Open(Socket socket) implements Connection {}

        record Closed(int status, String reason) implements Connection {}
    }

    Connection connect(URI url) throws IOException {
        boolean own = isOwn(url);
        var admission = own ? new Admitted(List.of(InetAddress.getAllByName(url.getHost()))) : rules.admit(url);
        return switch (admission) {
            case Refused(var reason) -> new Connection.Closed(403, reason);
            case Unknown(var reason) -> new Connection.Closed(502, reason);
            case Admitted(var addresses) -> open(url, addresses, own);
        };
    }

    private boolean isOwn(URI url) {
        return (url.getHost() + ':' + AddressRules.portOf(url)).equalsIgnoreCase(properties.own());
    }

    private Connection open(URI url, List<InetAddress> addresses, boolean own) throws IOException {
        if (!own) {
            waitForTurn(url.getHost());
        }
        IOException last = new ConnectException("no address");
        for (var address : addresses) {
            try {
                return new Connection.Open(connect(address, AddressRules.portOf(url)));
            } catch (IOException notHere) {
                last = notHere;
            }
        }
        return new Connection.Closed(502, "No connection to " + url.getAuthority() + ": " + last.getMessage());
    }

    private void waitForTurn(String host) throws IOException {
        try {
            politeness.await(host);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for a turn", stopped);
        }
    }

    private Socket connect(InetAddress address, int port) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(
                    new InetSocketAddress(address, port),
                    Math.toIntExact(properties.connectTimeout().toMillis()));
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }
}
