package dev.oin.checks.sso;

import dev.oin.checks.Evidence;
import dev.oin.checks.Exchange;
import dev.oin.checks.Exhibit;
import dev.oin.checks.ReadableMessages;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.sandbox.SignInEvent;
import java.util.List;
import java.util.Map;

/** Keeps what a sign-in left to see: traffic, decoded messages, a picture of the end, what the identity provider noted. */
final class SignOnEvidence {

    private final Evidence evidence;

    SignOnEvidence(Evidence evidence) {
        this.evidence = evidence;
    }

    void keepTab(BrowserTab tab, String title) {
        tab.screenshot().ifPresent(png -> evidence.keep(new Exhibit.Screenshot(title, png)));
        var traffic = tab.traffic();
        evidence.keep(new Exhibit.Traffic("Network traffic", traffic));
        traffic.forEach(this::keepMessages);
    }

    private void keepMessages(Exchange exchange) {
        ReadableMessages.saml(exchange).forEach(evidence::keep);
    }

    void keepLog(List<SignInEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        for (var event : events) {
            lines.append(event.at()).append(' ').append(event.what()).append('\n');
            event.details().entrySet().stream()
                    .filter(detail -> !detail.getKey().equals("xml"))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(detail -> lines.append("    ")
                            .append(detail.getKey())
                            .append(": ")
                            .append(detail.getValue())
                            .append('\n'));
        }
        evidence.keep(new Exhibit.Message("What the identity provider noted", "text/plain", lines.toString()));
    }
}
