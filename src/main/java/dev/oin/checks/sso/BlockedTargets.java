package dev.oin.checks.sso;

import dev.oin.checks.browser.BrowserTab;
import dev.oin.egress.Capture;
import dev.oin.egress.Exchange;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the browser's way out could not connect to when it last tried, with the reason. */
final class BlockedTargets implements Capture {

    private final Map<String, String> reasons = new ConcurrentHashMap<>();

    @Override
    public void saw(Exchange exchange) {
        var failure = exchange.failure();
        if (failure != null && exchange.status() == 0) {
            reasons.put(App.origin(exchange.url()), failure);
        } else {
            reasons.remove(App.origin(exchange.url()));
        }
    }

    Optional<String> reason(URI url) {
        return Optional.ofNullable(reasons.get(App.origin(url)));
    }

    /** Why the request got no answer of the app's own. */
    Optional<String> reason(dev.oin.checks.Exchange exchange) {
        return switch (exchange.status()) {
            case 0, 403, 502 -> reason(exchange.url()).or(() -> Optional.ofNullable(exchange.error()));
            default -> Optional.empty();
        };
    }

    /** A circle that goes by our addresses is that of the app, which asks again and again. */
    private static boolean isOurs(URI address, String reason, App app) {
        return app.isSandbox(address) && !Attempt.Unreachable.isCircle(reason);
    }

    /** The page that was asked for last, where it could not be connected to, or the answer was none and the browser never came to the app. */
    Optional<Attempt> onTheWay(BrowserTab tab, App app) {
        return tab.exchanges().reversed().stream()
                .filter(exchange -> exchange.kind().equals("document"))
                .findFirst()
                .filter(last -> !last.isGivenUp() || app.isSandbox(tab.url()))
                .flatMap(last -> reason(last)
                        .map(reason -> new Attempt.Unreachable(
                                Parameters.withoutSignIn(last.url()), reason, isOurs(last.url(), reason, app))));
    }
}
