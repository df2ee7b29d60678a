package dev.oin.sample.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.sample.Browser;
import dev.oin.sample.RunningSample;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScimByOauthIT {

    private static final String REDIRECT = "http://localhost:1/provisioning/callback";

    @TempDir
    static Path data;

    private static RunningSample sample;
    private final ObjectMapper json = new ObjectMapper();
    private final Browser browser = new Browser();
    private JsonNode client;

    @BeforeAll
    static void start() {
        sample = new RunningSample(data);
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @BeforeEach
    void protect() throws Exception {
        var answer = sample.setUp("{\"scim\":{\"oauth\":{\"redirect_uri\":\"" + REDIRECT + "\"}}}");
        client = json.readTree(answer.body()).at("/scim/oauth");
        assertThat(client.path("client_id").asText()).isEqualTo("oin");
    }

    @Test
    void an_administrator_allows_access_and_tokens_are_renewed_until_they_are_forgotten() throws Exception {
        var tokens = redeem(code());

        assertThat(users(tokens.path("access_token").asText()).statusCode()).isEqualTo(200);
        var renewed = json.readTree(token(Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.path("refresh_token").asText()))
                .body());
        assertThat(users(renewed.path("access_token").asText()).statusCode()).isEqualTo(200);
        assertThat(renewed.path("refresh_token").asText())
                .isNotEqualTo(tokens.path("refresh_token").asText());
        sample.bean(IssuedTokens.class).forget();
        assertThat(users(renewed.path("access_token").asText()).statusCode()).isEqualTo(401);
    }

    @Test
    void the_static_token_does_not_count_while_oauth_does() {
        var token = sample.bean(dev.oin.sample.state.Connections.class).scimToken();

        assertThat(users(token).statusCode()).isEqualTo(401);
        sample.setUp("{\"scim\":{\"oauth\":null}}");
        assertThat(users(token).statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_gets_a_code_without_the_administrators_password() {
        var page = browser.follow(browser.get(authorize()));
        var answer = browser.post(
                sample.addresses().base() + "/login",
                Map.of("username", "admin", "password", "wrong", "_csrf", hidden(page.body(), "_csrf")));

        assertThat(answer.headers().firstValue("Location").orElse("")).contains("error");
    }

    private String authorize() {
        return client.path("authorize_endpoint").asText()
                + "?response_type=code&client_id=oin&scope=scim&state=s&redirect_uri=" + REDIRECT;
    }

    private String code() {
        var page = browser.follow(browser.get(authorize()));
        var signedIn = browser.follow(browser.post(
                sample.addresses().base() + "/login",
                Map.of(
                        "username",
                        client.path("admin_user").asText(),
                        "password",
                        client.path("admin_password").asText(),
                        "_csrf",
                        hidden(page.body(), "_csrf"))));
        var allowed = signedIn.uri().toString().startsWith(REDIRECT)
                ? signedIn
                : browser.post(
                        client.path("authorize_endpoint").asText(),
                        Map.of("client_id", "oin", "state", hidden(signedIn.body(), "state"), "scope", "scim"));
        var location = allowed.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(REDIRECT).contains("code=");
        return location.replaceAll(".*[?&]code=([^&]*).*", "$1");
    }

    private JsonNode redeem(String code) throws Exception {
        var answer = token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> token(Map<String, String> form) {
        var pair = client.path("client_id").asText()
                + ':'
                + client.path("client_secret").asText();
        var body = new StringBuilder();
        form.forEach((name, value) -> body.append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        return new Browser()
                .send(HttpRequest.newBuilder(
                                URI.create(client.path("token_endpoint").asText()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> users(String token) {
        return new Browser()
                .send(HttpRequest.newBuilder(URI.create(sample.addresses().scim() + "/Users"))
                        .header("Authorization", "Bearer " + token)
                        .GET());
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
                .matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
