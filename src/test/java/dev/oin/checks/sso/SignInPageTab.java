package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.vault.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A tab that shows the sign-in page of the identity provider. */
final class SignInPageTab implements BrowserTab {

    private final URI login;
    private final Map<String, String> typed = new HashMap<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private int lostClicks;
    private int status = 303;
    private String problem = "";

    SignInPageTab(URI login) {
        this.login = login;
        exchanges.add(exchange("GET", 200));
    }

    void losesClicks(int clicks) {
        lostClicks = clicks;
    }

    void answers(int newStatus, String newProblem) {
        status = newStatus;
        problem = newProblem;
    }

    void sees(Exchange exchange) {
        exchanges.add(exchange);
    }

    Map<String, String> typed() {
        return typed;
    }

    private Exchange exchange(String method, int answer) {
        var headers = answer == 303 ? List.of(new Exchange.Header("Location", "/home")) : List.<Exchange.Header>of();
        return new Exchange(
                Instant.EPOCH, Duration.ZERO, "document", method, login, List.of(), null, answer, headers, null, null);
    }

    private boolean isSent() {
        return exchanges.size() > 1;
    }

    @Override
    public boolean click(String selector) {
        if (lostClicks-- <= 0 && selector.equals("#sign-in")) {
            exchanges.add(exchange("POST", status));
        }
        return true;
    }

    @Override
    public boolean submit(Map<String, String> fields, String button) {
        typed.putAll(fields);
        return click(button);
    }

    @Override
    public boolean type(String selector, String text) {
        typed.put(selector, text);
        return true;
    }

    @Override
    public boolean type(String selector, Secret text) {
        return type(selector, text.reveal());
    }

    @Override
    public boolean shows(String selector) {
        return selector.equals("#sign-in")
                ? !isSent() || status != 303
                : textOf(selector).isPresent();
    }

    @Override
    public Optional<String> textOf(String selector) {
        return isSent() && !problem.isEmpty() && selector.equals(".problem") ? Optional.of(problem) : Optional.empty();
    }

    @Override
    public boolean await(Duration atMost, BooleanSupplier condition) {
        return condition.getAsBoolean();
    }

    @Override
    public Optional<Exchange> document() {
        return Optional.of(exchanges.getFirst());
    }

    @Override
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    @Override
    public List<Exchange> traffic() {
        return exchanges();
    }

    @Override
    public Arrival open(URI address) {
        return new Arrival.Reached();
    }

    @Override
    public URI url() {
        return login;
    }

    @Override
    public Words words() {
        return new Words("Sign in", "Sign in");
    }

    @Override
    public boolean isLoaded() {
        return true;
    }

    @Override
    public boolean isArriving() {
        return false;
    }

    @Override
    public boolean isFixed() {
        return true;
    }

    @Override
    public void pressEnter() {}

    @Override
    public void beginScreenshot() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> screenshot() {
        return Optional.empty();
    }
}
