package dev.oin.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** The way out with a name system of its own, for tests here and elsewhere. */
public final class EgressFixture {

    private static final Map<String, String> HOSTS = Map.of(
            "app.example.com", "93.184.215.14",
            "sneaky.example.com", "127.0.0.1",
            "metadata.example.com", "169.254.169.254",
            "localhost", "127.0.0.1");

    private EgressFixture() {}

    static EgressProperties allowing(String... allow) {
        return new EgressProperties(
                List.of(allow),
                "localhost:1",
                1000,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                DataSize.ofBytes(1000),
                null,
                "127.0.0.1");
    }

    static AddressRules rules(String... allow) {
        return new AddressRules(allowing(allow), EgressFixture::resolve);
    }

    /** Calls go out as in the product, loopback allowed. */
    public static GuardedHttp loopbackOnly() {
        var properties = new EgressProperties(
                List.of("127.0.0.0/8", "::1"),
                "localhost:1",
                1000,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                DataSize.ofMegabytes(5),
                null,
                "127.0.0.1");
        return http(properties);
    }

    /** Proxies for a browser as in the product, loopback allowed. */
    public static ForwardProxies loopbackProxies() {
        return proxies(allowing("127.0.0.0/8", "::1"));
    }

    /** Rules as in the product, loopback allowed. */
    public static AddressRules loopbackRules() {
        return rules("127.0.0.0/8", "::1");
    }

    static GuardedHttp http(EgressProperties properties) {
        var rules = new AddressRules(properties, EgressFixture::resolve);
        return new GuardedCalls(
                rules,
                new Politeness(properties.perHostRate(), System::nanoTime),
                new ApacheHttp(properties),
                properties,
                Clock.systemUTC());
    }

    static ForwardProxies proxies(EgressProperties properties) {
        return new GuardedProxies(
                properties,
                new AddressRules(properties, EgressFixture::resolve),
                new Politeness(properties.perHostRate(), System::nanoTime),
                Clock.systemUTC());
    }

    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        if (AddressRange.isLiteral(host)) {
            return List.of(InetAddress.getByName(host));
        }
        if (!HOSTS.containsKey(host)) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.getByAddress(
                host, InetAddress.getByName(HOSTS.get(host)).getAddress()));
    }
}
