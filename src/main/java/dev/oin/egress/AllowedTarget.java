package dev.oin.egress;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of the operator's exceptions.
 *
 * @param range the addresses meant, or null where the host says it
 * @param host the host meant, {@code *.} in front for all below it, or null
 * @param port the port meant, 0 for all
 */
record AllowedTarget(@Nullable AddressRange range, @Nullable String host, int port) {

    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]+)](?::(\\d+))?");
    private static final Pattern WITH_PORT = Pattern.compile("([^:]+):(\\d+)");

    static AllowedTarget of(String text) {
        for (var form : new Pattern[] {BRACKETED, WITH_PORT}) {
            var match = form.matcher(text);
            if (match.matches()) {
                return of(match.group(1), port(match));
            }
        }
        return of(text, 0);
    }

    private static int port(Matcher match) {
        return match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
    }

    private static AllowedTarget of(String target, int port) {
        int slash = target.indexOf('/');
        boolean addresses = AddressRange.isLiteral(slash < 0 ? target : target.substring(0, slash));
        return addresses
                ? new AllowedTarget(AddressRange.of(target), null, port)
                : new AllowedTarget(null, target.toLowerCase(Locale.ROOT), port);
    }

    /** Whether the host is meant by its name, whatever it resolves to. */
    boolean namesHost(String candidate, int candidatePort) {
        if (host == null || !fits(candidatePort)) {
            return false;
        }
        return host.startsWith("*.") ? candidate.endsWith(host.substring(1)) : candidate.equals(host);
    }

    /** Whether the address is meant. */
    boolean covers(InetAddress address, int candidatePort) {
        return range != null && fits(candidatePort) && range.contains(address);
    }

    private boolean fits(int candidatePort) {
        return port == 0 || port == candidatePort;
    }
}
