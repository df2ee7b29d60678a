package dev.oin.egress;

import dev.oin.egress.Admission.Admitted;
import dev.oin.egress.Reply.Answered;
import dev.oin.egress.Reply.Refused;
import dev.oin.egress.Reply.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks, waits for the host's turn, calls, follows. */
final class GuardedCalls implements GuardedHttp {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final AddressRules rules;
    private final Politeness politeness;
    private final ApacheHttp http;
    private final EgressProperties limits;
    private final Clock clock;

    GuardedCalls(AddressRules rules, Politeness politeness, ApacheHttp http, EgressProperties limits, Clock clock) {
        this.rules = rules;
        this.politeness = politeness;
        this.http = http;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Reply send(Call call, Capture capture) {
        var limit = call.timeout() == null ? limits.responseTimeout() : call.timeout();
        long end = System.nanoTime() + limit.toNanos();
        var reply = hop(call, call.url(), limit, capture);
        for (int left = call.redirects(); left > 0; left--) {
            if (!(reply instanceof Answered answered) || !isRedirect(call, answered)) {
                return reply;
            }
            var rest = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
            reply = follow(call, answered, rest, capture);
        }
        return reply;
    }

    private Reply follow(Call call, Answered answered, Duration rest, Capture capture) {
        var location = answered.header("Location").orElseThrow();
        try {
            var next = answered.url().resolve(location);
            var reply = hop(sameHost(answered.url(), next) ? call : withoutCredentials(call), next, rest, capture);
            return reply instanceof Refused(var reason)
                    ? new Refused("It redirects to " + next.getHost() + ": " + reason)
                    : reply;
        } catch (IllegalArgumentException malformed) {
            return new Unreachable("It redirects to something that is no URL: " + location, false);
        }
    }

    private static boolean isRedirect(Call call, Answered answered) {
        return REDIRECTS.contains(answered.status())
                && answered.header("Location").isPresent()
                && Set.of("GET", "HEAD").contains(call.method());
    }

    private static boolean sameHost(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && AddressRules.portOf(one) == AddressRules.portOf(other);
    }

    private static Call withoutCredentials(Call call) {
        var harmless = call.headers().stream()
                .filter(header -> !Set.of("authorization", "cookie")
                        .contains(header.name().toLowerCase(Locale.ROOT)))
                .toList();
        return new Call(call.method(), call.url(), harmless, call.body(), call.timeout(), call.redirects());
    }

    private Reply hop(Call call, URI url, Duration limit, Capture capture) {
        return switch (rules.admit(url)) {
            case Admission.Refused(var reason) -> new Refused(reason);
            case Admission.Unknown(var reason) -> new Unreachable(reason, false);
            case Admitted(var addresses) -> exchange(call, url, addresses, limit, capture);
        };
    }

    private Reply exchange(Call call, URI url, List<InetAddress> addresses, Duration limit, Capture capture) {
        var at = clock.instant();
        long start = System.nanoTime();
        try {
            politeness.await(url.getHost());
            at = clock.instant();
            start = System.nanoTime();
            var round = http.exchange(call, url, addresses, limit);
            capture.saw(Exchanges.answered(at, call, round));
            return round.answer();
        } catch (IOException failed) {
            var took = Duration.ofNanos(System.nanoTime() - start);
            var reply = Failures.inWords(failed, url, took, limit);
            capture.saw(Exchanges.failed(at, call, url, took, reply));
            return reply;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Unreachable("The call was stopped.", false);
        }
    }
}
