package dev.oin.checks.browser;

import dev.oin.checks.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the windows of one tab sent and got, with bodies where they are asked for. */
final class TabTraffic {

    private static final String REQUEST_BODY = "Network.getRequestPostData";
    private static final String RESPONSE_BODY = "Network.getResponseBody";

    private final IsolatedContext context;
    private final OpenWindows windows;
    private final TrafficRecorder recorder;
    private final Map<String, Boolean> fixed = new ConcurrentHashMap<>();

    TabTraffic(IsolatedContext context, OpenWindows windows, TrafficRecorder recorder) {
        this.context = context;
        this.windows = windows;
        this.recorder = recorder;
    }

    boolean isLoaded() {
        return loaded().isPresent();
    }

    boolean isArriving() {
        return documents(windows.top())
                .findFirst()
                .filter(Captured::isBeingRead)
                .isPresent();
    }

    /** Whether the page on top has loaded, and will stay as it is; asked for once for each page. */
    boolean isFixed() {
        return loaded().filter(page -> !page.isBeingRead() && page.hasReadableAnswer())
                .filter(page -> fixed.computeIfAbsent(
                        page.load(), load -> FixedPage.is(ask(page).exchange())))
                .isPresent();
    }

    private Optional<Captured> loaded() {
        var top = windows.top();
        return documents(top).findFirst().filter(page -> top.isLoaded(page.load()));
    }

    /** What was asked for the window and may be on display in it, newest first. */
    private Stream<Captured> documents(Window window) {
        return recorder.all().reversed().stream()
                .filter(entry -> entry.isDocumentOf(window.target()) && !entry.isGivenUp());
    }

    Optional<Exchange> document() {
        return documents(windows.top())
                .map(entry -> entry.exchange(null, null))
                .filter(exchange -> !exchange.isRedirect())
                .findFirst();
    }

    List<Exchange> exchanges() {
        return recorder.all().stream().map(entry -> entry.exchange(null, null)).toList();
    }

    /** Whether all of each page has come, so that its body can be had. */
    boolean isComplete() {
        return recorder.all().stream().noneMatch(Captured::isBeingRead);
    }

    List<Exchange> whole() {
        return recorder.all().stream().map(this::ask).toList().stream()
                .map(Asked::exchange)
                .toList();
    }

    private Asked ask(Captured entry) {
        return new Asked(
                entry,
                entry.hasUntoldBody() ? ask(entry, REQUEST_BODY) : null,
                entry.hasReadableAnswer() ? ask(entry, RESPONSE_BODY) : null);
    }

    private CompletableFuture<Map<String, Object>> ask(Captured entry, String command) {
        return context.begin(entry.session(), command, Map.of("requestId", entry.id()));
    }

    /** A request whose bodies are on their way. */
    private final class Asked {

        private final Captured entry;
        private final @Nullable CompletableFuture<Map<String, Object>> request;
        private final @Nullable CompletableFuture<Map<String, Object>> response;

        Asked(
                Captured entry,
                @Nullable CompletableFuture<Map<String, Object>> request,
                @Nullable CompletableFuture<Map<String, Object>> response) {
            this.entry = entry;
            this.request = request;
            this.response = response;
        }

        Exchange exchange() {
            return entry.exchange(body(request, REQUEST_BODY, "postData"), body(response, RESPONSE_BODY, "body"));
        }

        private @Nullable String body(
                @Nullable CompletableFuture<Map<String, Object>> answer, String command, String member) {
            try {
                return answer == null ? null : text(context.await(answer, command), member);
            } catch (CommandRefused notKept) {
                return null;
            }
        }

        private static @Nullable String text(Map<String, Object> answer, String member) {
            var text = Wire.text(answer, member);
            return text != null && Boolean.TRUE.equals(answer.get("base64Encoded"))
                    ? new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)
                    : text;
        }
    }
}
