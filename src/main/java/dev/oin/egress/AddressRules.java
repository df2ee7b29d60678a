package dev.oin.egress;

import dev.oin.egress.Admission.Admitted;
import dev.oin.egress.Admission.Refused;
import dev.oin.egress.Admission.Unknown;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Which addresses the product may call: https on the public internet, and what the operator allows besides ({@code oin.egress.allow}). Asked when a URL is saved, and
 * again with every connection, whose addresses are the ones that were checked.
 */
@Component
public class AddressRules {

    private static final List<String> PRIVATE_ENDINGS = List.of(
            ".localhost",
            ".local",
            ".internal",
            ".intranet",
            ".lan",
            ".home.arpa",
            ".corp",
            ".test",
            ".invalid",
            ".onion");

    /** Whose last part is a number: browsers read it as an address, octal and hexadecimal parts included; only four plain decimals are one here. */
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)\\.?");

    private final List<AllowedTarget> allowed;
    private final Names names;

    @Autowired
    AddressRules(EgressProperties properties, Names names) {
        this(properties.allow(), names);
    }

    private AddressRules(List<String> allowed, Names names) {
        this.allowed = allowed.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(AllowedTarget::of)
                .toList();
        this.names = names;
    }

    /**
     * Rules for URLs that are only looked at; they admit no connection by name.
     *
     * @param allowed as {@link EgressProperties#allow}
     */
    public static AddressRules withoutNetwork(List<String> allowed) {
        return new AddressRules(allowed, name -> {
            throw new UnknownHostException(name);
        });
    }

    /** What is wrong with the URL as it stands, without asking the network; nothing if it may be saved. */
    public Optional<String> objection(URI url) {
        var host = hostOf(url);
        if (host.isEmpty() || !isHttp(url)) {
            return Optional.of("Enter a complete URL that begins with https://.");
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("Take the user name and password out of the URL.");
        }
        if (isAllowed(host, portOf(url))) {
            return Optional.empty();
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            return Optional.of("Use https:// instead of http://.");
        }
        return isPrivate(host)
                ? Optional.of("Use a host that is reachable on the public internet; " + host + " is not.")
                : Optional.empty();
    }

    /** Whether a connection may be opened for the URL, and to which addresses. */
    public Admission admit(URI url) {
        var objection = objection(url);
        return objection.isPresent() ? new Refused(objection.get()) : admit(hostOf(url), portOf(url));
    }

    /** Whether a connection to the host may be opened, and to which addresses. */
    public Admission admit(String name, int port) {
        var host = plain(name);
        List<InetAddress> addresses;
        try {
            addresses = names.resolve(host);
        } catch (UnknownHostException unknown) {
            return new Unknown("The host name " + host + " cannot be resolved.");
        }
        boolean named = allowed.stream().anyMatch(target -> target.namesHost(host, port));
        for (var address : addresses) {
            if (!named && !PublicAddresses.contains(address) && !covered(address, port)) {
                return new Refused(host + " leads to " + address.getHostAddress()
                        + ", which is not an address of the public internet.");
            }
        }
        return new Admitted(addresses);
    }

    private boolean isAllowed(String host, int port) {
        return allowed.stream().anyMatch(target -> target.namesHost(host, port))
                || literal(host).filter(address -> covered(address, port)).isPresent()
                || host.equals("localhost") && covered(InetAddress.getLoopbackAddress(), port);
    }

    private boolean covered(InetAddress address, int port) {
        return allowed.stream().anyMatch(target -> target.covers(address, port));
    }

    private static boolean isPrivate(String host) {
        return literal(host)
                .map(address -> !PublicAddresses.contains(address))
                .orElseGet(() -> !host.contains(".")
                        || NUMBER.matcher(host).matches()
                        || PRIVATE_ENDINGS.stream().anyMatch(host::endsWith));
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return AddressRange.isLiteral(host) ? Optional.of(InetAddress.getByName(host)) : Optional.empty();
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isHttp(URI url) {
        return "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    }

    private static String hostOf(URI url) {
        return url.getHost() == null ? "" : plain(url.getHost());
    }

    private static String plain(String name) {
        var host = name.toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    static int portOf(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }
}
