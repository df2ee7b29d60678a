package dev.oin.sandbox.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.AcmeSandbox;
import dev.oin.sandbox.AppAttributes;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.HandedIn;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.sandbox.SandboxTest;
import dev.oin.sandbox.SignInEvent.What;
import dev.oin.sandbox.SignInLog;
import dev.oin.sandbox.SignInTickets;
import dev.oin.sandbox.TestVisitor;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.util.UriComponentsBuilder;

@SandboxTest
class OpenIdProviderIT {

    private static final String REDIRECT = "https://app.example/callback";
    private static final String INITIATE = "https://app.example/start?tenant=7";
    private static final String AFTERWARDS = "https://app.example/bye";

    private final JdbcClient client;
    private final AcmeSandbox acme;
    private final People people;
    private final ChangeInstance change;
    private final SignInTickets tickets;
    private final SignInLog log;
    private final SandboxAddresses addresses;
    private final AppAttributes attributes;
    private final TestVisitor browser = new TestVisitor();

    private AcmeSandbox.Org org;
    private Person ada;
    private AcmeSandbox.Generated app;

    @Autowired
    OpenIdProviderIT(
            JdbcClient client,
            HandedIn handedIn,
            People people,
            GenerateInstance generate,
            Assignments assignments,
            ChangeInstance change,
            SignInTickets tickets,
            SignInLog log,
            SandboxAddresses addresses,
            AppAttributes attributes) {
        this.attributes = attributes;
        this.client = client;
        this.acme = new AcmeSandbox(client, handedIn, people, generate, assignments);
        this.people = people;
        this.change = change;
        this.tickets = tickets;
        this.log = log;
        this.addresses = addresses;
    }

    @BeforeEach
    void install() {
        org = acme.organization();
        ada = acme.person(org, "ada@acme.example");
        app = acme.oidcInstance(org, REDIRECT, INITIATE, AFTERWARDS);
        acme.assign(app.instance(), ada);
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret_basic,true",
        "client_secret_basic,false",
        "client_secret_post,true",
        "client_secret_post,false"
    })
    void signs_a_standard_client_in(String method, boolean pkce) throws Exception {
        var registration = registration(new ClientAuthenticationMethod(method));
        var request = request(registration, pkce);

        var answer = signIn(request.getAuthorizationRequestUri(), "ada@acme.example", AcmeSandbox.PASSWORD);
        var tokens = redeem(registration, request, answer);
        var identity = verified(registration, tokens);

        assertThat(identity.getSubject()).isEqualTo(ada.id().toString());
        assertThat(identity.getClaims())
                .containsEntry("email", "ada@acme.example")
                .containsEntry("email_verified", true)
                .containsEntry("given_name", "Ada")
                .containsEntry("family_name", "Lovelace")
                .containsEntry("name", "Ada Lovelace")
                .containsEntry("preferred_username", "ada@acme.example")
                .containsKeys("auth_time", "at_hash", "nonce");
        assertThat(tokens.getRefreshToken()).isNull();
        assertThat(userInfo(tokens.getAccessToken().getTokenValue()).body())
                .contains("\"sub\":\"" + ada.id() + "\"", "\"email\":\"ada@acme.example\"");
    }

    @Test
    void tells_what_is_set_at_the_assignment_before_the_profile() throws Exception {
        attributes.set(
                app.instance().id(), ada.id(), Map.of("userName", "lovelace.a", "name.givenName", "Augusta"), org.id());
        var registration = registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        var request = request(registration, true);

        var tokens = redeem(
                registration,
                request,
                signIn(request.getAuthorizationRequestUri(), "ada@acme.example", AcmeSandbox.PASSWORD));

        assertThat(verified(registration, tokens).getClaims())
                .containsEntry("preferred_username", "lovelace.a")
                .containsEntry("given_name", "Augusta")
                .containsEntry("name", "Augusta Lovelace")
                .containsEntry("email", "ada@acme.example");
        assertThat(userInfo(tokens.getAccessToken().getTokenValue()).body())
                .contains("\"preferred_username\":\"lovelace.a\"", "\"family_name\":\"Lovelace\"");
    }

    @Test
    void the_token_s_header_names_the_one_key_of_the_key_set() throws Exception {
        var registration = registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        var request = request(registration, true);
        var tokens = redeem(
                registration,
                request,
                signIn(request.getAuthorizationRequestUri(), "ada@acme.example", AcmeSandbox.PASSWORD));

        var header = SignedJWT.parse((String) tokens.getAdditionalParameters().get("id_token"))
                .getHeader();

        var keys = browser.get(issuer() + "/oauth2/jwks").body();
        assertThat(header.getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(keys).contains("\"kid\":\"" + header.getKeyID() + "\"").doesNotContain("\"d\":");
    }

    @Test
    void describes_what_it_offers_and_nothing_else() throws Exception {
        var description = new ObjectMapper()
                .readTree(browser.get(issuer() + "/.well-known/openid-configuration")
                        .body());

        assertThat(description.get("issuer").asText()).isEqualTo(issuer());
        assertThat(description.get("grant_types_supported").toString()).isEqualTo("[\"authorization_code\"]");
        assertThat(description.get("code_challenge_methods_supported").toString())
                .isEqualTo("[\"S256\"]");
        assertThat(description.get("end_session_endpoint").asText()).isEqualTo(issuer() + "/connect/logout");
        assertThat(description.has("introspection_endpoint")).isFalse();
    }

    @Test
    void only_organisations_are_issuers() {
        assertThat(browser.get(addresses.origin() + "/sandbox/nobody/.well-known/openid-configuration")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get(issuer() + "/deeper/.well-known/openid-configuration")
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(browser.get(addresses.origin() + "/.well-known/openid-configuration")
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void a_person_who_is_not_assigned_is_denied_at_the_app() {
        acme.person(org, "eve@acme.example");
        var request = request(registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC), true);

        var answer = signIn(request.getAuthorizationRequestUri(), "eve@acme.example", AcmeSandbox.PASSWORD);

        assertThat(answer).startsWith(REDIRECT + "?").contains("error=access_denied", "state=");
        assertThat(parameter(answer, "state")).isEqualTo(request.getState());
    }

    @Test
    void a_redirect_uri_that_is_not_registered_gets_a_page_and_no_redirect() {
        var request = request(registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC), true);

        var page =
                browser.open(request.getAuthorizationRequestUri().replace("app.example/callback", "app.example/evil"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("is not registered for this instance");
    }

    @Test
    void an_unknown_or_inactive_client_gets_a_page() {
        var request = request(registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC), true);
        change.deactivate(app.instance().id(), org.id());

        var page = browser.open(request.getAuthorizationRequestUri());

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("client_id is not that of an active");
    }

    @Test
    void a_client_of_another_organisation_is_unknown_here() {
        var other = acme.organization();
        var request = request(registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC), true);

        var page = browser.open(
                request.getAuthorizationRequestUri().replace("/sandbox/" + org.slug(), "/sandbox/" + other.slug()));

        assertThat(page.statusCode()).isEqualTo(400);
    }

    @Test
    void a_code_is_redeemed_once_and_a_second_time_ends_the_token() throws Exception {
        var registration = registration(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        var request = request(registration, false);
        var answer = signIn(request.getAuthorizationRequestUri(), "ada@acme.example", AcmeSandbox.PASSWORD);
        var tokens = redeem(registration, request, answer);

        var second = token(parameter(answer, "code"), app.clientSecret());

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("invalid_grant");
        assertThat(userInfo(tokens.getAccessToken().getTokenValue()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_wrong_secret_is_refused_and_noted() {
        var refused = token("whatever", "wrong");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("invalid_client");
        assertThat(log.at(app.instance().id(), 0))
                .extracting(event -> event.what())
                .contains(What.TOKEN_REQUEST_REFUSED);
    }

    @Test
    void a_client_that_shows_no_secret_is_told_what_is_offered() {
        var id = String.valueOf(app.instance().clientId());
        var assertion = new PlainJWT(new JWTClaimsSet.Builder().subject(id).build()).serialize();

        var nothing = redeem(Map.of("client_id", id));
        var asserted = redeem(Map.of(
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion));

        assertThat(List.of(nothing, asserted)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("invalid_client", "client_secret_basic");
        });
        assertThat(log.at(app.instance().id(), 0))
                .filteredOn(event -> event.what() == What.TOKEN_REQUEST_REFUSED)
                .hasSize(2);
    }

    @Test
    void asks_for_the_password_again_when_the_app_wants_it() {
        browser.signIn(browser.open(addresses.login(org.id())), "ada@acme.example", AcmeSandbox.PASSWORD);
        var request = request(registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC), true);
        var address = request.getAuthorizationRequestUri() + "&prompt=login";

        var page = browser.open(address);

        assertThat(page.body()).contains("id=\"password\"");
        var answer = TestVisitor.location(browser.follow(
                browser.signIn(page, "ada@acme.example", AcmeSandbox.PASSWORD),
                addresses.origin().toString()));
        assertThat(answer).startsWith(REDIRECT + "?code=");
    }

    @Test
    void asks_nobody_when_the_app_forbids_it() {
        var request = request(registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC), true);

        var answer = browser.get(request.getAuthorizationRequestUri() + "&prompt=none");

        assertThat(TestVisitor.location(answer)).startsWith(REDIRECT).contains("error=login_required");
    }

    @ParameterizedTest
    @CsvSource({"prompt=login", "max_age=0"})
    void a_password_that_is_entered_again_gives_a_new_time_of_authentication(String again) {
        var registration = registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        var first = request(registration, true);
        var before = verified(
                registration,
                redeem(
                        registration,
                        first,
                        signIn(first.getAuthorizationRequestUri(), "ada@acme.example", AcmeSandbox.PASSWORD)));
        Awaitility.await()
                .until(() -> Instant.now().isAfter(authenticated(before).plusSeconds(2)));

        var second = request(registration, true);
        var after = verified(
                registration,
                redeem(
                        registration,
                        second,
                        signIn(
                                second.getAuthorizationRequestUri() + "&" + again,
                                "ada@acme.example",
                                AcmeSandbox.PASSWORD)));

        assertThat(authenticated(after)).isAfter(authenticated(before));
    }

    @Test
    void a_session_that_is_young_enough_is_used() {
        browser.signIn(browser.open(addresses.login(org.id())), "ada@acme.example", AcmeSandbox.PASSWORD);
        var request = request(registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC), true);

        var answer = browser.get(request.getAuthorizationRequestUri() + "&max_age=3600&prompt=none");

        assertThat(TestVisitor.location(answer)).startsWith(REDIRECT + "?code=");
    }

    @Test
    void nobody_is_asked_where_the_session_is_too_old_and_the_app_forbids_it() {
        browser.signIn(browser.open(addresses.login(org.id())), "ada@acme.example", AcmeSandbox.PASSWORD);
        var signedIn = Instant.now();
        var request = request(registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC), true);
        Awaitility.await().until(() -> Instant.now().isAfter(signedIn.plusSeconds(2)));

        var answer = browser.get(request.getAuthorizationRequestUri() + "&max_age=1&prompt=none");

        assertThat(TestVisitor.location(answer)).startsWith(REDIRECT).contains("error=login_required");
    }

    @Test
    void a_plain_code_challenge_is_refused_at_the_app() {
        var request = request(registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC), true);
        browser.signIn(browser.open(addresses.login(org.id())), "ada@acme.example", AcmeSandbox.PASSWORD);

        var answer = browser.get(request.getAuthorizationRequestUri()
                .replace("code_challenge_method=S256", "code_challenge_method=plain"));

        assertThat(TestVisitor.location(answer)).startsWith(REDIRECT).contains("error=invalid_request");
    }

    @Test
    void the_answer_comes_as_a_form_or_in_the_fragment_where_the_app_asks_for_that() {
        var address = request(registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC), false)
                .getAuthorizationRequestUri();
        browser.signIn(browser.open(addresses.login(org.id())), "ada@acme.example", AcmeSandbox.PASSWORD);

        var posted = TestVisitor.form(browser.get(address + "&response_mode=form_post"));
        var fragment = TestVisitor.location(browser.get(address + "&response_mode=fragment"));

        assertThat(posted.action()).isEqualTo(REDIRECT);
        assertThat(posted.fields()).containsKeys("code", "state");
        assertThat(fragment).startsWith(REDIRECT + "#code=").contains("&state=");
    }

    @ParameterizedTest
    @CsvSource({"response_mode=web_message,invalid_request", "request=e30.e30.,request_not_supported"})
    void what_is_not_offered_is_refused_at_the_app(String parameter, String error) {
        var address = request(registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC), false)
                .getAuthorizationRequestUri();

        var answer = browser.get(address + '&' + parameter);

        assertThat(TestVisitor.location(answer)).startsWith(REDIRECT).contains("error=" + error, "state=");
    }

    @Test
    void a_client_is_known_by_credentials_that_are_encoded_before_they_are_put_together() {
        var registration = registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        var answer = signIn(
                request(registration, false).getAuthorizationRequestUri(), "ada@acme.example", AcmeSandbox.PASSWORD);
        var credentials =
                percentEncoded(String.valueOf(app.instance().clientId())) + ":" + percentEncoded(app.clientSecret());

        var tokens = browser.send(HttpRequest.newBuilder(URI.create(issuer() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=authorization_code&code="
                        + parameter(answer, "code") + "&redirect_uri="
                        + URLEncoder.encode(REDIRECT, StandardCharsets.UTF_8))));

        assertThat(tokens.statusCode()).isEqualTo(200);
        assertThat(tokens.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void tells_about_the_person_by_post_with_the_token_in_the_head_or_in_the_form() {
        var registration = registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        var request = request(registration, true);
        var tokens = redeem(
                registration,
                request,
                signIn(request.getAuthorizationRequestUri(), "ada@acme.example", AcmeSandbox.PASSWORD));

        var told = browser.send(HttpRequest.newBuilder(URI.create(issuer() + "/userinfo"))
                .header("Authorization", "Bearer " + tokens.getAccessToken().getTokenValue())
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(told.body()).contains("\"sub\":\"" + ada.id() + "\"");
        assertThat(browser.post(
                                issuer() + "/userinfo",
                                Map.of("access_token", tokens.getAccessToken().getTokenValue()))
                        .body())
                .isEqualTo(told.body());
    }

    @Test
    void keys_may_be_kept_for_a_while() {
        assertThat(browser.get(issuer() + "/oauth2/jwks").headers().allValues("Cache-Control"))
                .containsExactly("max-age=300");
    }

    @Test
    void an_app_that_cannot_say_who_signs_out_leaves_it_to_the_person() {
        browser.signIn(browser.open(addresses.login(org.id())), "ada@acme.example", AcmeSandbox.PASSWORD);

        var out = browser.follow(
                browser.get(issuer() + "/connect/logout?client_id="
                        + app.instance().clientId() + "&post_logout_redirect_uri="
                        + URLEncoder.encode(AFTERWARDS, StandardCharsets.UTF_8)),
                addresses.origin().toString());

        assertThat(out.uri()).hasToString(addresses.home(org.id()));
        assertThat(out.body()).contains("id=\"sign-out\"");
    }

    @Test
    void takes_a_request_by_post() {
        var request = request(registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC), true);
        var fields = new LinkedHashMap<String, String>();
        UriComponentsBuilder.fromUriString(request.getAuthorizationRequestUri())
                .build()
                .getQueryParams()
                .forEach((name, values) ->
                        fields.put(name, java.net.URLDecoder.decode(values.getFirst(), StandardCharsets.UTF_8)));

        var page = browser.follow(
                browser.post(issuer() + "/oauth2/authorize", fields),
                addresses.origin().toString());

        assertThat(page.body()).contains("id=\"password\"");
    }

    @Test
    void a_tile_leads_to_the_initiate_login_uri_by_get_and_by_post() {
        browser.signIn(browser.open(addresses.login(org.id())), "ada@acme.example", AcmeSandbox.PASSWORD);

        var get = browser.get(addresses.launch(org.id(), app.instance().id()));
        var post = browser.get(addresses.launch(org.id(), app.instance().id()) + "?post=true");

        assertThat(TestVisitor.location(get))
                .isEqualTo(INITIATE + "&iss=" + URLEncoder.encode(issuer(), StandardCharsets.UTF_8));
        assertThat(TestVisitor.form(post)).isEqualTo(new TestVisitor.Form(INITIATE, Map.of("iss", issuer())));
    }

    @Test
    void an_app_signs_the_person_out_and_gets_them_back() {
        var registration = registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        var request = request(registration, true);
        var tokens = redeem(
                registration,
                request,
                signIn(request.getAuthorizationRequestUri(), "ada@acme.example", AcmeSandbox.PASSWORD));

        var out = browser.get(issuer() + "/connect/logout?id_token_hint="
                + tokens.getAdditionalParameters().get("id_token") + "&post_logout_redirect_uri="
                + URLEncoder.encode(AFTERWARDS, StandardCharsets.UTF_8) + "&state=s%201");

        assertThat(TestVisitor.location(out)).isEqualTo(AFTERWARDS + "?state=s%201");
        assertThat(TestVisitor.location(browser.get(addresses.home(org.id())))).isEqualTo(addresses.login(org.id()));
    }

    @Test
    void an_address_that_is_not_registered_is_not_returned_to_after_signing_out() {
        var registration = registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        var request = request(registration, true);
        var tokens = redeem(
                registration,
                request,
                signIn(request.getAuthorizationRequestUri(), "ada@acme.example", AcmeSandbox.PASSWORD));

        var out = browser.get(issuer() + "/connect/logout?id_token_hint="
                + tokens.getAdditionalParameters().get("id_token") + "&post_logout_redirect_uri=https://evil.example/");

        assertThat(out.statusCode()).isEqualTo(400);
    }

    @Test
    void a_run_s_sign_in_is_noted_step_by_step() {
        var run = new RunId(UUID.randomUUID());
        var registration = registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        var request = request(registration, true);
        var ticket = tickets.issue(run, ada.id(), app.instance().id());

        var tokens =
                redeem(registration, request, signIn(request.getAuthorizationRequestUri(), "ada@acme.example", ticket));
        userInfo(tokens.getAccessToken().getTokenValue());

        assertThat(log.of(run, 0))
                .extracting(event -> event.what())
                .containsExactly(
                        What.OIDC_REQUEST_RECEIVED, What.OIDC_ANSWERED, What.CODE_REDEEMED, What.USERINFO_CALLED);
        assertThat(log.of(run, 0).get(2).details())
                .containsEntry("pkce", "true")
                .containsEntry("client_authentication", "client_secret_basic");
    }

    @Test
    void no_code_token_or_secret_is_in_the_database() {
        var registration = registration(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        var request = request(registration, true);
        var answer = signIn(request.getAuthorizationRequestUri(), "ada@acme.example", AcmeSandbox.PASSWORD);
        var tokens = redeem(registration, request, answer);

        var dump = client.sql("""
                        select string_agg(line, '\n') from (
                          select t::text as line from sandbox_grants t union all select t::text from sandbox_instances t
                          union all select t::text from sandbox_sign_in_log t union all select t::text from sandbox_people t
                          union all select t::text from sandbox_session t
                          union all select encode(attribute_bytes, 'escape') from sandbox_session_attributes) lines""").query(String.class).single();

        assertThat(dump)
                .contains(app.instance().clientId())
                .doesNotContain(parameter(answer, "code"))
                .doesNotContain(tokens.getAccessToken().getTokenValue())
                .doesNotContain((String) tokens.getAdditionalParameters().get("id_token"))
                .doesNotContain(app.clientSecret())
                .doesNotContain(AcmeSandbox.PASSWORD)
                .doesNotContain(browser.cookies()
                        .getCookieStore()
                        .getCookies()
                        .getFirst()
                        .getValue());
    }

    private ClientRegistration registration(ClientAuthenticationMethod method) {
        return ClientRegistrations.fromIssuerLocation(issuer())
                .registrationId("app")
                .clientId(String.valueOf(app.instance().clientId()))
                .clientSecret(app.clientSecret())
                .clientAuthenticationMethod(method)
                .redirectUri(REDIRECT)
                .scope("openid", "profile", "email")
                .build();
    }

    private static OAuth2AuthorizationRequest request(ClientRegistration registration, boolean pkce) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(
                new InMemoryClientRegistrationRepository(registration), "/start");
        if (pkce) {
            resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        }
        var http = new org.springframework.mock.web.MockHttpServletRequest("GET", "/start/app");
        http.setServletPath("/start/app");
        return resolver.resolve(http, "app");
    }

    private String signIn(String address, String email, String password) {
        var page = browser.open(address);
        return TestVisitor.location(browser.follow(
                browser.signIn(page, email, password), addresses.origin().toString()));
    }

    private OAuth2AccessTokenResponse redeem(
            ClientRegistration registration, OAuth2AuthorizationRequest request, String answer) {
        assertThat(answer).startsWith(REDIRECT + "?code=");
        var response = OAuth2AuthorizationResponse.success(parameter(answer, "code"))
                .redirectUri(REDIRECT)
                .state(parameter(answer, "state"))
                .build();
        return new RestClientAuthorizationCodeTokenResponseClient()
                .getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(
                        registration, new OAuth2AuthorizationExchange(request, response)));
    }

    private static Jwt verified(ClientRegistration registration, OAuth2AccessTokenResponse tokens) {
        return new OidcIdTokenDecoderFactory().createDecoder(registration).decode((String)
                tokens.getAdditionalParameters().get("id_token"));
    }

    private HttpResponse<String> userInfo(String accessToken) {
        return browser.send(HttpRequest.newBuilder(URI.create(issuer() + "/userinfo"))
                .header("Authorization", "Bearer " + accessToken));
    }

    private HttpResponse<String> token(String code, String secret) {
        return browser.post(
                issuer() + "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", REDIRECT,
                        "client_id", String.valueOf(app.instance().clientId()),
                        "client_secret", secret));
    }

    private HttpResponse<String> redeem(Map<String, String> client) {
        var form = new HashMap<>(client);
        form.putAll(Map.of("grant_type", "authorization_code", "code", "whatever", "redirect_uri", REDIRECT));
        return browser.post(issuer() + "/oauth2/token", form);
    }

    private static String percentEncoded(String text) {
        return text.chars().mapToObj(letter -> "%%%02X".formatted(letter)).collect(Collectors.joining());
    }

    private static Instant authenticated(Jwt identity) {
        return identity.getClaimAsInstant("auth_time");
    }

    private String issuer() {
        return addresses.issuer(org.id());
    }

    private static String parameter(String address, String name) {
        var value = UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .getFirst(name);
        return java.net.URLDecoder.decode(String.valueOf(value), StandardCharsets.UTF_8);
    }
}
