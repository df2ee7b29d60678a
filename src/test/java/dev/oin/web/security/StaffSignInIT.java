package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.Accounts;
import dev.oin.account.MemberRole;
import dev.oin.account.Organization;
import dev.oin.account.StaffRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The team signs in at an OpenID provider, and attackers try to. */
@OnSurface
class StaffSignInIT {

    private static final SmallProvider PROVIDER = new SmallProvider();

    @Autowired
    private AccountFixture fixture;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient client;

    @Autowired
    private FindByIndexNameSessionRepository<? extends Session> found;

    @LocalServerPort
    private int port;

    private final String subject = UUID.randomUUID().toString();
    private final String email = "dana-" + subject.substring(0, 8) + "@team.example";

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("oin.egress.allow", () -> "127.0.0.0/8,::1");
        properties.add("oin.staff.oidc.issuer", PROVIDER::issuer);
        properties.add("oin.staff.oidc.client-id", () -> SmallProvider.CLIENT);
        properties.add("oin.staff.oidc.client-secret", () -> SmallProvider.SECRET);
        properties.add("oin.staff.oidc.name", () -> "Team ID");
        properties.add("oin.staff.oidc.roles.analyst", () -> "oin-analysts,reviewers");
        properties.add("oin.staff.oidc.roles.lead", () -> "oin-leads");
        properties.add("oin.staff.oidc.roles.admin", () -> "oin-admins");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void the_sign_in_page_offers_the_provider() {
        assertThat(visitor().get("/sign-in").body()).contains("OIN team: sign in with Team ID");
    }

    @Test
    void the_request_carries_pkce_state_and_nonce_and_comes_back_to_the_configured_address() {
        var request = visitor().get("/sign-in/staff").header("Location");

        assertThat(request)
                .startsWith(PROVIDER.issuer() + "/authorize?response_type=code&")
                .contains(
                        "&client_id=oin&",
                        "&state=",
                        "&nonce=",
                        "&code_challenge=",
                        "&code_challenge_method=S256",
                        "redirect_uri=http://localhost:8080/sign-in/staff/answer");
    }

    @Test
    void who_has_a_mapped_group_gets_an_account_and_comes_to_the_page_that_was_asked_for() {
        signedIn("reviewers", "unrelated");
        var browser = visitor();
        browser.get("/review/reasons");

        var next = answered(browser);

        assertThat(next).startsWith("/review/reasons");
        assertThat(browser.get("/review").status()).isEqualTo(200);
        assertThat(browser.get("/admin").status()).isEqualTo(403);
        var made = accounts.findByEmail(email).orElseThrow();
        assertThat(made.staffRoles()).containsExactly(StaffRole.ANALYST);
        assertThat(made.organization()).isNull();
        assertThat(made.displayName()).isEqualTo("Dana Reviewer");
        assertThat(auditOf(made)).containsExactly("ACCOUNT_OF_PROVIDER ANALYST");
    }

    @Test
    void roles_are_those_of_the_groups_at_each_sign_in() {
        signedIn("oin-analysts");
        answered(visitor());

        signedIn("oin-leads", "oin-admins");
        var browser = visitor();
        answered(browser);

        assertThat(browser.get("/admin").status()).isEqualTo(200);
        assertThat(account().staffRoles()).containsExactlyInAnyOrder(StaffRole.LEAD, StaffRole.ADMIN);
        assertThat(auditOf(account())).contains("ROLES_CHANGED ANALYST → ADMIN,LEAD, by single sign-on");
        signedIn("oin-analysts");
        answered(visitor());
        assertThat(browser.get("/admin").status()).isEqualTo(403);
    }

    @Test
    void an_account_follows_its_subject_and_not_its_address() {
        signedIn("oin-analysts");
        answered(visitor());
        var before = account();

        PROVIDER.signedIn(person(Map.of("email", "new-" + email, "name", "Dana Married"), "oin-analysts"));
        answered(visitor());

        assertThat(accounts.get(before.id()).email()).isEqualTo("new-" + email);
        assertThat(accounts.get(before.id()).displayName()).isEqualTo("Dana Married");
    }

    @Test
    void who_is_known_needs_neither_name_nor_address_again() {
        signedIn("oin-analysts");
        answered(visitor());
        var bare = person(Map.of(), "oin-analysts");
        bare.keySet().removeAll(Set.of("name", "email", "email_verified"));
        PROVIDER.signedIn(bare);
        var browser = visitor();

        answered(browser);

        assertThat(browser.get("/review").status()).isEqualTo(200);
        assertThat(account().displayName()).isEqualTo("Dana Reviewer");
    }

    @Test
    void groups_that_the_token_leaves_out_are_asked_for_and_those_of_somebody_else_do_not_count() {
        var token = person(Map.of(), "oin-analysts");
        token.remove("groups");
        PROVIDER.signedIn(token);
        PROVIDER.saysOfUser(person(Map.of(), "oin-analysts"));
        var browser = visitor();

        answered(browser);

        assertThat(browser.get("/review").status()).isEqualTo(200);
        PROVIDER.saysOfUser(person(Map.of("sub", "somebody else"), "oin-admins"));
        assertThat(answered(visitor())).isEqualTo("/sign-in?staff=failed");
        assertThat(account().staffRoles()).containsExactly(StaffRole.ANALYST);
    }

    @Test
    void nobody_without_a_mapped_group_comes_in_and_the_page_says_why() {
        signedIn("unrelated");
        var browser = visitor();

        var next = answered(browser);

        assertThat(next).isEqualTo("/sign-in?staff=no-role");
        assertThat(browser.get(next).body()).contains("none of your groups gives you a role here");
        assertIsOut(browser);
        assertThat(accounts.findByEmail(email)).isEmpty();
    }

    @Test
    void who_loses_all_groups_loses_sessions_and_tokens_and_gets_back_in_with_a_group() {
        signedIn("oin-analysts");
        var before = visitor();
        answered(before);
        var token = new Guest(port, fixture.token(account()));
        assertThat(token.get("/api/v1/me").status()).isEqualTo(200);

        signedIn("unrelated");
        var next = answered(visitor());

        assertThat(next).isEqualTo("/sign-in?staff=no-role");
        assertIsOut(before);
        assertThat(token.get("/api/v1/me").status()).isEqualTo(401);
        signedIn("oin-leads");
        var again = visitor();
        answered(again);
        assertThat(again.get("/review").status()).isEqualTo(200);
        assertThat(token.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void whom_an_administrator_removed_stays_out() {
        signedIn("oin-analysts");
        answered(visitor());
        admin().form("/admin/staff/" + account().id() + "/remove", "");

        assertThat(answered(visitor())).isEqualTo("/sign-in?staff=removed");
    }

    /** Each would pass, were one check left out. */
    static List<Consumer<JWTClaimsSet.Builder>> forgeries() {
        return List.of(
                claims -> claims.claim("nonce", "another"),
                claims -> claims.claim("nonce", null),
                claims -> claims.audience("another-client"),
                claims -> claims.audience(List.of("another-client", SmallProvider.CLIENT))
                        .claim("azp", "another-client"),
                claims -> claims.issuer("https://elsewhere.example"),
                claims -> claims.expirationTime(new Date(System.currentTimeMillis() - 600_000)),
                claims -> claims.subject(null));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void a_token_that_was_not_made_for_this_request_signs_nobody_in(Consumer<JWTClaimsSet.Builder> forgery) {
        signedIn("oin-admins");
        PROVIDER.with(forgery);
        var browser = visitor();

        var next = answered(browser);

        assertThat(next).isEqualTo("/sign-in?staff=failed");
        assertIsOut(browser);
        assertThat(accounts.findByEmail(email)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = SmallProvider.Signing.class, names = "OWN_KEY", mode = EnumSource.Mode.EXCLUDE)
    void a_token_that_the_provider_did_not_sign_with_its_key_signs_nobody_in(SmallProvider.Signing how) {
        signedIn("oin-admins");
        PROVIDER.signingWith(how);
        var browser = visitor();

        assertThat(answered(browser)).isEqualTo("/sign-in?staff=failed");
        assertIsOut(browser);
    }

    @Test
    void an_answer_counts_in_the_browser_that_asked_and_once() {
        signedIn("oin-admins");
        var attacker = visitor();
        var answer = answerOf(PROVIDER, attacker.get("/sign-in/staff").header("Location"));
        var victim = visitor();

        assertThat(victim.get(answer).header("Location")).isEqualTo("/sign-in?staff=failed");
        victim.get("/sign-in/staff");
        assertThat(victim.get(answer).header("Location")).isEqualTo("/sign-in?staff=failed");
        assertIsOut(victim);
        assertThat(attacker.get(answer.replaceFirst("state=[^&]*", "state=other"))
                        .header("Location"))
                .isEqualTo("/sign-in?staff=failed");
        assertIsOut(attacker);
    }

    @Test
    void an_answer_of_another_issuer_or_without_a_code_signs_nobody_in() {
        signedIn("oin-admins");
        for (var wrong : List.of("&iss=https://elsewhere.example", "&error=access_denied")) {
            var browser = visitor();
            var answer = answerOf(PROVIDER, browser.get("/sign-in/staff").header("Location"));

            assertThat(browser.get(answer + wrong).header("Location")).startsWith("/sign-in?staff=");
            assertIsOut(browser);
        }
    }

    @Test
    void the_address_of_an_isvs_account_opens_nothing() {
        var isv = fixture.superAdmin();
        PROVIDER.signedIn(person(Map.of("email", isv.email()), "oin-admins"));
        var browser = visitor();

        var next = answered(browser);

        assertThat(next).isEqualTo("/sign-in?staff=address-taken");
        assertIsOut(browser);
        assertThat(accounts.get(isv.id()).staffRoles()).isEmpty();
        assertThat(auditOf(isv)).isEmpty();
    }

    /** AC-11: the company's domain and those below it, not one that only ends alike. */
    @Test
    void who_has_a_mailbox_at_an_isv_belongs_to_it() {
        var isv = fixture.organization();
        var domain = isv.verifiedDomains().iterator().next();
        for (var mailbox : List.of("a@" + domain, "b@mail." + domain, "c@not" + domain)) {
            PROVIDER.signedIn(person(Map.of("sub", mailbox, "email", mailbox), "oin-analysts"));
            answered(visitor());
        }

        assertThat(belongs("a@" + domain, isv)).isTrue();
        assertThat(belongs("b@mail." + domain, isv)).isTrue();
        assertThat(belongs("c@not" + domain, isv)).isFalse();
    }

    /** AC-11: our own row keeps the old address, for the new one is the member's here. */
    @Test
    void who_has_the_address_of_an_isvs_member_belongs_to_the_isv() {
        var isv = fixture.organization();
        signedIn("oin-analysts");
        answered(visitor());
        var member = fixture.member(isv, MemberRole.READ_ONLY);
        client.sql("update accounts set email = :email where id = :id")
                .param("email", "consultant-" + subject + "@elsewhere.example")
                .param("id", member.id().value())
                .update();
        assertThat(belongs(email, isv)).isFalse();

        PROVIDER.signedIn(person(Map.of("email", "Consultant-" + subject + "@elsewhere.example"), "oin-analysts"));
        answered(visitor());

        assertThat(belongs(email, isv)).isTrue();
    }

    private boolean belongs(String email, Organization isv) {
        return accounts.findByEmail(email).orElseThrow().asCaller().belongsTo(isv.id());
    }

    @Test
    void the_address_of_a_colleague_with_a_password_opens_nothing_until_an_administrator_allows_it_once() {
        var colleague = fixture.staff(StaffRole.MANAGER);
        fixture.setPassword(colleague);
        PROVIDER.signedIn(person(Map.of("email", colleague.email()), "oin-leads"));
        assertThat(answered(visitor())).isEqualTo("/sign-in?staff=address-taken");

        admin().form("/admin/staff/" + colleague.id() + "/single-sign-on", "");
        var browser = visitor();
        answered(browser);

        assertThat(browser.get("/review").status()).isEqualTo(200);
        assertThat(accounts.get(colleague.id()).staffRoles()).containsExactly(StaffRole.LEAD);
        assertThat(passwordOpens(colleague)).isFalse();
        assertThat(auditOf(colleague))
                .contains(
                        "SINGLE_SIGN_ON_AWAITED " + colleague.email(),
                        "SINGLE_SIGN_ON_TOOK_OVER the password works no more");
        PROVIDER.signedIn(person(Map.of("email", colleague.email(), "sub", "another"), "oin-leads"));
        assertThat(answered(visitor())).isEqualTo("/sign-in?staff=address-taken");
    }

    @Test
    void an_address_that_the_provider_did_not_verify_makes_no_account() {
        PROVIDER.signedIn(person(Map.of("email_verified", false), "oin-analysts"));

        assertThat(answered(visitor())).isEqualTo("/sign-in?staff=no-address");
    }

    @Test
    void a_link_to_the_mailbox_does_not_lead_past_the_provider() {
        signedIn("oin-analysts");
        answered(visitor());

        visitor().form("/reset", "email=" + Guest.encoded(email));

        assertThat(client.sql("select count(*) from mail_outbox where recipients::text like :who")
                        .param("who", "%" + email + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_account_page_and_the_admin_page_say_where_roles_come_from() {
        signedIn("oin-admins");
        var browser = visitor();
        answered(browser);

        assertThat(browser.get("/account").body())
                .contains("You sign in at your company")
                .doesNotContain("Current password");
        assertThat(browser.get("/admin").body()).contains("by single sign-on");
        var refused = browser.form("/admin/staff/" + account().id() + "/roles", "roles=AUDITOR");
        assertThat(browser.get(refused.header("Location").replaceFirst("#.*", ""))
                        .body())
                .contains("roles are taken from them at each sign-in");
        assertThat(account().staffRoles()).containsExactly(StaffRole.ADMIN);
    }

    @Test
    void one_sign_in_covers_tasklist() {
        signedIn("oin-analysts");
        var browser = visitor();
        answered(browser);

        assertThat(browser.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(200);
        assertThat(browser.get("/camunda/api/engine/engine/default/filter").body())
                .contains("Unclaimed reviews");
        assertThat(browser.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
    }

    @Test
    void the_session_gets_another_id_when_somebody_signs_in() {
        signedIn("oin-analysts");
        var browser = visitor();
        var answer = answerOf(PROVIDER, browser.get("/sign-in/staff").header("Location"));
        var before = sessions("");

        browser.get(answer);

        assertThat(sessions("where principal_name = '%s'".formatted(account().id())))
                .hasSize(1)
                .doesNotContainAnyElementsOf(before);
    }

    @Test
    void signing_out_ends_the_session_and_offers_to_sign_out_at_the_provider() {
        signedIn("oin-analysts");
        var browser = visitor();
        answered(browser);

        var next = browser.form("/sign-out", "").header("Location");

        assertThat(next).isEqualTo("/sign-in?staff=signed-out");
        assertThat(browser.get(next).body()).contains("Sign out there too");
        assertIsOut(browser);
        assertThat(browser.get("/sign-in/staff/sign-out").header("Location"))
                .startsWith(PROVIDER.issuer() + "/end?id_token_hint=ey")
                .contains("&client_id=oin&post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2F");
        assertThat(browser.get("/sign-in/staff/sign-out").header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void a_session_ends_when_its_time_is_up_and_the_provider_is_asked_again() {
        signedIn("oin-analysts");
        var browser = visitor();
        answered(browser);
        var session = client.sql("select session_id from spring_session where principal_name = ?")
                .param(account().id().toString())
                .query(String.class)
                .single();

        age(session);

        assertIsOut(browser);
        assertThat(browser.get("/camunda/api/engine/engine/default/task").status())
                .isNotEqualTo(200);
        answered(browser);
        assertThat(browser.get("/review").status()).isEqualTo(200);
    }

    /** As if it had begun thirteen hours ago. */
    private void age(String id) {
        age(found, id);
    }

    private static <S extends Session> void age(FindByIndexNameSessionRepository<S> sessions, String id) {
        var kept = sessions.findById(id);
        SecurityContext context = kept.getAttribute("SPRING_SECURITY_CONTEXT");
        var now = (UsernamePasswordAuthenticationToken) context.getAuthentication();
        var begun = (ProviderSessions.Begun) now.getDetails();
        now.setDetails(new ProviderSessions.Begun(begun.sealed(), begun.until().minus(Duration.ofHours(13))));
        kept.setAttribute("SPRING_SECURITY_CONTEXT", context);
        sessions.save(kept);
    }

    @Test
    void no_token_of_the_provider_is_readable_in_the_database() {
        signedIn("oin-analysts");
        answered(visitor());

        var kept = client.sql(
                        "select coalesce(string_agg(encode(attribute_bytes, 'escape'), ' '), '') from spring_session_attributes")
                .query(String.class)
                .single();

        assertThat(kept).doesNotContainPattern("eyJ[\\w-]+\\.[\\w-]+");
    }

    private void signedIn(String... groups) {
        PROVIDER.signedIn(person(Map.of(), groups));
    }

    private Map<String, Object> person(Map<String, Object> more, String... groups) {
        var claims = new HashMap<String, Object>(Map.of(
                "sub",
                subject,
                "email",
                email,
                "email_verified",
                true,
                "name",
                "Dana Reviewer",
                "groups",
                List.of(groups)));
        claims.putAll(more);
        return claims;
    }

    private Guest visitor() {
        return new Guest(port, "");
    }

    private Guest admin() {
        var admin = fixture.staff(StaffRole.ADMIN);
        fixture.setPassword(admin);
        return visitor().signIn(admin.email(), AccountFixture.PASSWORD);
    }

    /** Goes to the provider and back; where the product leads to then. */
    private static String answered(Guest browser) {
        var request = browser.get("/sign-in/staff").header("Location");
        return browser.get(answerOf(PROVIDER, request)).header("Location");
    }

    /** The path and query with which the provider sends the browser back. */
    private static String answerOf(SmallProvider provider, String request) {
        assertThat(request).startsWith(provider.issuer());
        try (var http = HttpClient.newHttpClient()) {
            var back = http.send(HttpRequest.newBuilder(URI.create(request)).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            return back.replaceFirst("^http://localhost:8080", "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void assertIsOut(Guest browser) {
        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
    }

    private boolean passwordOpens(Account account) {
        var form = "email=%s&password=%s"
                .formatted(Guest.encoded(account.email()), Guest.encoded(AccountFixture.PASSWORD));
        return !visitor().form("/sign-in", form).header("Location").equals("/sign-in?failed");
    }

    private Account account() {
        return accounts.findByEmail(email).orElseThrow();
    }

    private List<String> auditOf(Account account) {
        return client.sql("select what || ' ' || detail from account_audit where account = :id order by at, id")
                .param("id", account.id().value())
                .query(String.class)
                .list();
    }

    private List<String> sessions(String which) {
        return client.sql("select session_id from spring_session " + which)
                .query(String.class)
                .list();
    }
}
