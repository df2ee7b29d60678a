package dev.oin.checks.browser;

import dev.oin.checks.Exchange;
import dev.oin.vault.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tab driven by commands to the session of its newest window, so that many can go side by side in one browser. */
final class DevToolsTab implements BrowserTab {

    private static final Duration PICTURE_WITHIN = Duration.ofSeconds(4);
    /** How long the rest of a page is waited for whose beginning has been seen. */
    private static final Duration REST_WITHIN = Duration.ofSeconds(1);

    private static final String CAPTURE = "Page.captureScreenshot";

    private final IsolatedContext context;
    private final OpenWindows windows;
    private final TabTraffic traffic;
    private final PageScripts scripts;
    private final Waiting waiting;
    private final Navigation navigation;
    private @Nullable Shot begun;
    private final List<Secret> secrets = new CopyOnWriteArrayList<>();

    /** A picture that is being taken, and how much had happened before. */
    private record Shot(long news, CompletableFuture<Map<String, Object>> answer) {}

    DevToolsTab(IsolatedContext context, OpenWindows windows, TrafficRecorder traffic) {
        this.context = context;
        this.windows = windows;
        this.traffic = new TabTraffic(context, windows, traffic);
        this.scripts = new PageScripts(context, windows);
        this.waiting = new Waiting(context, windows);
        this.navigation = new Navigation(context, windows, waiting);
    }

    @Override
    public Arrival open(URI address) {
        return navigation.open(address);
    }

    @Override
    public URI url() {
        context.requireUsable();
        return windows.top().url();
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
        return locate(selector).filter(place -> act(Input.click(place))).isPresent();
    }

    @Override
    public boolean type(String selector, String text) {
        return locate(selector).filter(place -> act(Input.fill(place, text))).isPresent();
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

    @Override
    public void pressEnter() {
        act(Input.enter());
    }

    /** Sends all at once, for they are acted on in order; false where the page was closed in between. */
    private boolean act(List<Input.Stroke> strokes) {
        begun = null;
        var session = windows.top().session();
        var answers = strokes.stream()
                .map(stroke -> context.begin(session, stroke.command(), stroke.parameters()))
                .toList();
        try {
            answers.forEach(answer -> context.await(answer, "Input"));
            return true;
        } catch (CommandRefused closed) {
            return false;
        }
    }

    @Override
    public boolean await(Duration atMost, BooleanSupplier condition) {
        return waiting.until(atMost, condition);
    }

    @Override
    public boolean isLoaded() {
        return traffic.isLoaded();
    }

    @Override
    public boolean isArriving() {
        return traffic.isArriving();
    }

    @Override
    public boolean isFixed() {
        return traffic.isFixed();
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
        waiting.until(REST_WITHIN, traffic::isComplete);
        return traffic.whole();
    }

    @Override
    public void beginScreenshot() {
        try {
            conceal();
            begun = new Shot(windows.news(), context.begin(windows.top().session(), CAPTURE, Map.of("format", "png")));
        } catch (CommandRefused replaced) {
            begun = null;
        }
    }

    @Override
    public Optional<byte[]> screenshot() {
        var taken = new AtomicReference<byte @Nullable []>();
        waiting.until(PICTURE_WITHIN, () -> {
            taken.set(capture().orElse(null));
            return taken.get() != null;
        });
        return Optional.ofNullable(taken.get());
    }

    /** Empty while the page is being replaced. */
    private Optional<byte[]> capture() {
        try {
            if (begun == null || begun.news() != windows.news()) {
                beginScreenshot();
            }
            var shot = begun;
            begun = null;
            return shot == null ? Optional.empty() : Optional.of(picture(shot));
        } catch (CommandRefused | NoAnswer replaced) {
            return Optional.empty();
        }
    }

    private byte[] picture(Shot shot) {
        var picture = context.await(shot.answer(), CAPTURE, PICTURE_WITHIN);
        return Base64.getDecoder().decode(Wire.required(picture, "data"));
    }

    private void conceal() {
        if (!secrets.isEmpty()) {
            evaluate(Input.CONCEAL, secrets.stream().map(Secret::reveal).toArray(String[]::new));
        }
    }

    private Optional<Input.Place> locate(String selector) {
        return scripts.call(Input.VISIBLE, selector)
                .map(result -> Wire.map(result, "value"))
                .filter(place -> !place.isEmpty())
                .map(place -> new Input.Place(Wire.decimal(place, "x"), Wire.decimal(place, "y")));
    }

    private Optional<String> evaluate(String function, String... arguments) {
        return scripts.call(function, arguments).map(result -> Wire.text(result, "value"));
    }
}
