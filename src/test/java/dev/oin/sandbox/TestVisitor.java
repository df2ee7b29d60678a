package dev.oin.sandbox;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script: cookies, redirects, and forms that it fills in. */
public final class TestVisitor {

    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<input[^>]*name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"", Pattern.DOTALL);
    private static final int MOST_REDIRECTS = 10;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** One request, no redirect. */
    public HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    /** One form, no redirect. */
    public HttpResponse<String> post(String address, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    /** Any request, no redirect. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Follows redirects while they lead to the start of an address. */
    public HttpResponse<String> follow(HttpResponse<String> first, String within) {
        var response = first;
        for (var step = 0; step < MOST_REDIRECTS; step++) {
            var location = location(response);
            if (location.isEmpty() || !location.startsWith(within)) {
                return response;
            }
            response = get(location);
        }
        throw new IllegalStateException("Redirected without end: " + location(response));
    }

    /** Opens an address and follows redirects inside the same site. */
    public HttpResponse<String> open(String address) {
        var uri = URI.create(address);
        return follow(get(address), uri.getScheme() + "://" + uri.getAuthority());
    }

    /** Fills in the page's sign-in form; answers what the site says to it, without following. */
    public HttpResponse<String> signIn(HttpResponse<String> page, String email, String password) {
        var form = form(page);
        form.fields().put("email", email);
        form.fields().put("password", password);
        return post(page.uri().resolve(form.action()).toString(), form.fields());
    }

    /** The cookies as sent to the address. */
    public CookieManager cookies() {
        return cookies;
    }

    /** Where the response redirects to; empty where it does not. */
    public static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .map(target -> response.uri().resolve(target).toString())
                .orElse("");
    }

    /** The page's last form. */
    public static Form form(HttpResponse<String> page) {
        var found = FORM.matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException("No form in " + page.statusCode() + " " + page.body());
        }
        var fields = new LinkedHashMap<String, String>();
        Matcher field = FIELD.matcher(found.group(2));
        while (field.find()) {
            fields.put(field.group(1), unescaped(field.group(2)));
        }
        return new Form(unescaped(found.group(1)), fields);
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A form on a page. */
    public record Form(String action, Map<String, String> fields) {}
}
