package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.SignInEvent;
import dev.oin.sandbox.SignInEvent.What;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One sign-in that began in the app, as the browser and the identity provider saw it.
 *
 * @param ssoUrl where this instance takes requests
 * @param traffic what the browser sent, bodies included
 * @param rest where it came to rest, with whatever is in the address
 * @param samples the parameters of further requests, one for each time the app was asked to begin
 */
record ObservedSignIn(
        App app,
        Instance instance,
        String ssoUrl,
        List<SignInEvent> events,
        List<Exchange> traffic,
        URI rest,
        List<Map<String, String>> samples) {

    ObservedSignIn {
        events = List.copyOf(events);
        traffic = List.copyOf(traffic);
        samples = List.copyOf(samples);
    }

    Optional<SignInEvent> event(What what) {
        return all(what).stream().reduce((first, last) -> last);
    }

    List<SignInEvent> all(What what) {
        return events.stream().filter(event -> event.what() == what).toList();
    }

    /** The request that carried the app's question to the identity provider. */
    Optional<Exchange> request() {
        return traffic.stream().filter(app::asksProvider).reduce((first, last) -> last);
    }

    Optional<Exchange> delivery() {
        return traffic.stream().filter(app::isDelivery).reduce((first, last) -> last);
    }
}
