package dev.oin.checks.browser;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the browser's network events together. A request and what it is redirected to share one id; the heads as they went over the wire, with their cookies, come as events of their own,
 * in the order of the redirects, but before or after the events that they belong to.
 */
final class TrafficRecorder {

    private final Map<String, RedirectChain> chains = new LinkedHashMap<>();
    private final Set<String> windows = new HashSet<>();
    private int arrivals;

    /** Notes the id of a window, which is the id of its outermost frame. */
    synchronized void window(String target) {
        windows.add(target);
    }

    synchronized void hear(String session, String event, Map<String, Object> parameters) {
        var id = Wire.text(parameters, "requestId");
        if (id == null || !event.startsWith("Network.")) {
            return;
        }
        var chain = chains.computeIfAbsent(id, RedirectChain::new);
        switch (event) {
            case "Network.requestWillBeSent" -> chain.sent(parameters, arrivals++);
            case "Network.requestWillBeSentExtraInfo" -> chain.requestHead(parameters);
            case "Network.responseReceivedExtraInfo" -> chain.responseHead(parameters);
            case "Network.responseReceived" -> chain.received(session, parameters);
            case "Network.loadingFinished" -> chain.ended(session, parameters, null);
            case "Network.loadingFailed" -> chain.ended(session, parameters, Wire.text(parameters, "errorText"));
            default -> {}
        }
    }

    /** What was captured so far, in the order in which it was sent. */
    synchronized List<Captured> all() {
        return chains.values().stream()
                .flatMap(chain -> chain.captured(windows::contains))
                .sorted(Comparator.comparing(Captured::sent).thenComparingInt(Captured::arrival))
                .toList();
    }
}
