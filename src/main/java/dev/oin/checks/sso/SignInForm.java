package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.sandbox.Person;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The identity provider's sign-in page, as a person uses it. What became of it is told by the provider's answer, because the page changes while it is looked at. */
final class SignInForm {

    private static final String SIGN_IN = "#sign-in";
    private static final String PROBLEM = ".problem";
    private static final int TRIES = 3;

    private final BrowserTab tab;
    private final App app;
    private final Duration patience;

    SignInForm(BrowserTab tab, App app, Duration patience) {
        this.tab = tab;
        this.app = app;
        this.patience = patience;
    }

    boolean isShown() {
        return tab.document().filter(page -> app.isSandbox(page.url())).isPresent() && tab.shows(SIGN_IN);
    }

    /** Types address and ticket and sends them; says why the person was not let in. */
    Optional<String> enter(Person person, String ticket) {
        if (!tab.await(patience, this::isShown)) {
            return Optional.of(
                    "The sign-in page did not appear: " + Pages.of(tab).inWords());
        }
        var before = sent();
        for (var tries = 0; tries < TRIES && sent() == before; tries++) {
            fill(person, ticket, before);
        }
        if (sent() == before) {
            return Optional.of("The sign-in page was filled in, but never sent: "
                    + Pages.of(tab).inWords());
        }
        if (!tab.await(patience, () -> answer().isPresent())) {
            return Optional.of("The sign-in page did not answer within " + patience.toSeconds() + " s.");
        }
        return answer().filter(answer -> !answer.isRedirect()).map(this::refusal);
    }

    /** A page that still takes its place may lose the form; nothing was sent then. */
    private void fill(Person person, String ticket, long before) {
        if (tab.submit(Map.of("#email", person.email(), "#password", ticket), SIGN_IN)) {
            tab.await(patience.dividedBy(TRIES), () -> sent() > before);
        } else {
            tab.await(patience.dividedBy(TRIES), this::isShown);
        }
    }

    private String refusal(Exchange answer) {
        tab.await(patience, () -> tab.shows(PROBLEM));
        return "The sign-in page refused the person: " + tab.textOf(PROBLEM).orElse("status " + answer.status());
    }

    private long sent() {
        return tab.exchanges().stream().filter(app::isSignIn).count();
    }

    private Optional<Exchange> answer() {
        return tab.exchanges().reversed().stream()
                .filter(app::isSignIn)
                .findFirst()
                .filter(exchange -> exchange.status() > 0 || exchange.error() != null);
    }
}
