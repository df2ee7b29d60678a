package dev.oin.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** Somebody with a browser's cookies. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    public void signIn(String email, String password) {
        var page = CSRF.matcher(get("/sign-in").body());
        if (!page.find()) {
            throw new AssertionError("The sign-in page has no CSRF token");
        }
        var form = "email=%s&password=%s&_csrf=%s".formatted(encoded(email), encoded(password), encoded(page.group(1)));
        var answer = send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.status() != 302 || cookie("oin_session").isEmpty()) {
            throw new AssertionError("Could not sign in: " + answer);
        }
    }

    public Answer get(String path) {
        return send(
                request(path).header("Accept", "application/json, text/html").GET());
    }

    Answer post(String path, String json) {
        get("/camunda/app/tasklist/default/");
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends a form as the page holds it: with its CSRF token, if the page has one. */
    public Answer submit(String page, String path, String form) {
        var token = CSRF.matcher(get(page).body());
        return submit(path, token.find() ? form + "&_csrf=" + encoded(token.group(1)) : form);
    }

    /** Sends a form that no page of ours holds. */
    public Answer submit(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What came back. */
    public record Answer(int status, String body) {

        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (JsonProcessingException notJson) {
                throw new AssertionError(body, notJson);
            }
        }
    }
}
