package dev.oin.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** Looks nothing up: connections go to addresses that were checked before, or not at all. */
final class NoNames implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException("Not checked: " + host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
