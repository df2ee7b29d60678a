package dev.oin.checks.browser;

import dev.oin.checks.Exchange;
import dev.oin.vault.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tab driven by WebDriver BiDi commands that name their context, so that many can go side by side in one browser. */
final class BidiTab implements BrowserTab {

    private static final URI NOWHERE = URI.create("about:blank");
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final int PAUSES_IN_TIME_WAITED = 20;
    private static final Duration PICTURE_WITHIN = Duration.ofSeconds(2);
    private static final Duration ARRIVE_WITHIN = Duration.ofSeconds(30);

    private final IsolatedContext context;
    private final OpenWindows windows;
    private final TabTraffic traffic;
    private final List<Secret> secrets = new CopyOnWriteArrayList<>();

    BidiTab(IsolatedContext context, OpenWindows windows, TrafficRecorder traffic, String collector) {
        this.context = context;
        this.windows = windows;
        this.traffic = new TabTraffic(context, windows, traffic, collector);
    }

    @Override
    public Arrival open(URI address) {
        try {
            context.send(
                    "browsingContext.navigate",
                    Map.of("context", windows.top(), "url", address.toString(), "wait", "interactive"),
                    ARRIVE_WITHIN);
            return new Arrival.Reached();
        } catch (CommandRefused refused) {
            return wentOn(refused.reason()) ? new Arrival.Reached() : new Arrival.Unreachable(refused.reason());
        } catch (NoAnswer silent) {
            return new Arrival.Unreachable("no answer within " + ARRIVE_WITHIN.toSeconds() + " s");
        }
    }

    /** A page that sends its own form or script away is replaced before it can be read: it was reached all the same. */
    private static boolean wentOn(String reason) {
        return reason.contains("ERR_ABORTED") || reason.contains("concurrent navigation");
    }

    @Override
    public URI url() {
        try {
            var tree = context.send("browsingContext.getTree", Map.of("root", windows.top(), "maxDepth", 0));
            return Wire.maps(tree, "contexts").stream()
                    .findFirst()
                    .map(top -> Addresses.lenient(Wire.required(top, "url")))
                    .orElse(NOWHERE);
        } catch (CommandRefused replaced) {
            return NOWHERE;
        }
    }

    @Override
    public Words words() {
        var both = evaluate(Input.WORDS).orElse("\0");
        var end = both.indexOf('\0');
        return new Words(both.substring(0, end), both.substring(end + 1));
    }

    @Override
    public boolean shows(String selector) {
        return locate(selector).isPresent();
    }

    @Override
    public Optional<String> textOf(String selector) {
        return evaluate(
                "(selector) => { const e = document.querySelector(selector); return e ? e.innerText : null; }",
                selector);
    }

    @Override
    public boolean click(String selector) {
        return locate(selector).filter(element -> acted(Input.click(element))).isPresent();
    }

    @Override
    public boolean type(String selector, String text) {
        return locate(selector)
                .filter(element -> acted(Input.fill(element, text)))
                .isPresent();
    }

    @Override
    public boolean type(String selector, Secret text) {
        secrets.add(text);
        return type(selector, text.reveal());
    }

    @Override
    public boolean submit(Map<String, String> fields, String button) {
        var arguments = Stream.concat(
                        Stream.of(button),
                        fields.entrySet().stream().flatMap(field -> Stream.of(field.getKey(), field.getValue())))
                .toArray(String[]::new);
        return evaluate(Input.SUBMIT, arguments).isPresent();
    }

    /** False where the page was replaced in between. */
    private boolean acted(List<Map<String, Object>> sources) {
        try {
            act(sources);
            return true;
        } catch (CommandRefused replaced) {
            return false;
        }
    }

    @Override
    public void pressEnter() {
        act(Input.keys(Input.ENTER));
    }

    private void act(List<Map<String, Object>> sources) {
        context.send("input.performActions", Map.of("context", windows.top(), "actions", sources));
    }

    @Override
    public boolean await(Duration atMost, BooleanSupplier condition) {
        var begin = System.nanoTime();
        var waited = Duration.ZERO;
        do {
            context.requireUsable();
            if (condition.getAsBoolean()) {
                return true;
            }
            pause(waited);
            waited = Duration.ofNanos(System.nanoTime() - begin);
        } while (waited.compareTo(atMost) < 0);
        return condition.getAsBoolean();
    }

    /** For longer the longer it has taken already: each look costs the browser something, and what happens on the wire ends the pause. */
    private void pause(Duration waited) {
        var millis = Math.clamp(
                waited.dividedBy(PAUSES_IN_TIME_WAITED).toMillis(),
                SHORTEST_PAUSE.toMillis(),
                LONGEST_PAUSE.toMillis());
        try {
            windows.pause(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrowserLost("Interrupted while waiting for a page", interrupted);
        }
    }

    @Override
    public boolean isLoaded() {
        return traffic.isLoaded();
    }

    @Override
    public Optional<Exchange> document() {
        return traffic.document();
    }

    @Override
    public List<Exchange> exchanges() {
        return traffic.exchanges();
    }

    @Override
    public List<Exchange> traffic() {
        return traffic.whole();
    }

    @Override
    public Optional<byte[]> screenshot() {
        var taken = new AtomicReference<byte @Nullable []>();
        await(PICTURE_WITHIN, () -> {
            taken.set(capture().orElse(null));
            return taken.get() != null;
        });
        return Optional.ofNullable(taken.get());
    }

    /** Empty while the page is being replaced. */
    private Optional<byte[]> capture() {
        try {
            conceal();
            var shot = context.send("browsingContext.captureScreenshot", Map.of("context", windows.top()));
            return Optional.of(Base64.getDecoder().decode(Wire.required(shot, "data")));
        } catch (CommandRefused replaced) {
            return Optional.empty();
        }
    }

    private void conceal() {
        if (!secrets.isEmpty()) {
            evaluate(Input.CONCEAL, secrets.stream().map(Secret::reveal).toArray(String[]::new));
        }
    }

    private Optional<String> locate(String selector) {
        return call(Input.VISIBLE, selector).map(result -> Wire.text(result, "sharedId"));
    }

    private Optional<String> evaluate(String function, String... arguments) {
        return call(function, arguments).map(result -> Wire.text(result, "value"));
    }

    /** Runs a function in a world of its own, which the page cannot see; empty while the page is being replaced. */
    private Optional<Map<String, Object>> call(String function, String... arguments) {
        var parameters = new HashMap<String, Object>();
        parameters.put("functionDeclaration", function);
        parameters.put("awaitPromise", false);
        parameters.put("target", Map.of("context", windows.top(), "sandbox", "checks"));
        parameters.put(
                "arguments",
                Arrays.stream(arguments)
                        .map(argument -> Map.of("type", "string", "value", argument))
                        .toList());
        try {
            return Optional.of(Wire.map(context.send("script.callFunction", parameters), "result"));
        } catch (CommandRefused replaced) {
            return Optional.empty();
        }
    }
}
