package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.checks.ReadableMessages;
import dev.oin.egress.Call;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply.Answered;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks the app again and again to begin a sign-in, without a browser, and reads what it would have asked. */
record SampledRequests(GuardedHttp http, App app) {

    private static final int TAKEN = 19;
    private static final int HOPS = 4;
    private static final Duration WITHIN = Duration.ofSeconds(8);
    private static final Pattern ID = Pattern.compile("\\bID=[\"']([^\"']+)");

    /** The parameters of each request; none where the app begins in another way than by redirects. */
    List<Map<String, String>> take() {
        var taken = new ArrayList<Map<String, String>>();
        var start = app.startUrl();
        for (var number = 0; start != null && number < TAKEN; number++) {
            var asked = asked(start);
            if (asked.isEmpty()) {
                return List.copyOf(taken);
            }
            taken.add(parameters(asked.get()));
        }
        return List.copyOf(taken);
    }

    private Optional<Exchange> asked(URI start) {
        var next = start;
        for (var hop = 0; hop < HOPS; hop++) {
            if (!(http.send(Call.get(next).within(WITHIN)) instanceof Answered answer)) {
                return Optional.empty();
            }
            var location = answer.header("Location");
            if (location.isEmpty()) {
                return Optional.empty();
            }
            next = next.resolve(location.get());
            var exchange = exchange(next);
            if (app.asksProvider(exchange)) {
                return Optional.of(exchange);
            }
        }
        return Optional.empty();
    }

    private static Exchange exchange(URI url) {
        return new Exchange(
                Instant.EPOCH, Duration.ZERO, "document", "GET", url, List.of(), null, 0, List.of(), null, null);
    }

    private static Map<String, String> parameters(Exchange asked) {
        var parameters = new LinkedHashMap<>(asked.parameters());
        ReadableMessages.saml(asked).stream()
                .map(message -> ID.matcher(message.text()))
                .filter(java.util.regex.Matcher::find)
                .findFirst()
                .ifPresent(found -> parameters.put("ID", found.group(1)));
        return Map.copyOf(parameters);
    }
}
