package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.gate.EvaluateGate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** A company signs itself up, and people choose new passwords, each by a link to a mailbox. */
@OnSurface
class SignUpIT {

    private static final String PASSWORD = "a long enough password";

    @MockitoSpyBean
    private EvaluateGate gate;

    @Autowired
    private AccountFixture fixture;

    @Autowired
    private JdbcClient client;

    @LocalServerPort
    private int port;

    private final String domain = "company-" + UUID.randomUUID().toString().substring(0, 13) + ".example";
    private final String email = "eve@" + domain;
    private Letterbox letters;

    /** A network may wish for few links an hour, and all tests are one. */
    @BeforeEach
    void forget_earlier_wishes() {
        client.sql("update one_time_links set network = 'earlier'").update();
        letters = new Letterbox(client);
    }

    @Test
    void a_company_signs_up_by_the_link_in_its_mailbox_and_its_first_super_admin_comes_in() {
        var asked = visitor().form("/sign-up", wish("Eve@" + domain, "Umbra"));
        var link = letters.linkTo(email);
        var page = visitor().get(link);
        var made = visitor().form(link, "name=Eve&password=" + Guest.encoded(PASSWORD));

        assertThat(asked.header("Location")).isEqualTo("/sign-up");
        assertThat(link).startsWith("/sign-up/");
        assertThat(page.body()).contains(email);
        assertThat(made.header("Location")).isEqualTo("/sign-in?email=" + Guest.encoded(email));
        var eve = visitor().signIn(email, PASSWORD);
        assertThat(eve.get("/organization").body()).contains("Umbra", domain, "Super admin");
        assertThat(eve.get("/organization").body()).contains("Signed up");
    }

    @Test
    void a_link_to_sign_up_works_once() {
        visitor().form("/sign-up", wish(email, "Umbra"));
        var link = letters.linkTo(email);
        visitor().form(link, "name=Eve&password=" + Guest.encoded(PASSWORD));

        assertThat(visitor().get(link).status()).isEqualTo(410);
        assertThat(visitor()
                        .form(link, "name=Mallory&password=" + Guest.encoded(PASSWORD))
                        .status())
                .isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-up", "/reset"})
    void an_expired_link_is_gone_and_says_so(String page) {
        var known = fixture.superAdmin().email();
        var address = page.equals("/reset") ? known : email;
        visitor().form(page, wish(address, "Umbra"));
        var link = letters.linkTo(address);
        client.sql("update one_time_links set expires_at = now() - interval '1 second' where email = ?")
                .param(address)
                .update();

        var answer = visitor().get(link);

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.body())
                .contains(
                        "This link has ended",
                        page.equals("/reset") ? "Send a new link" : "A link to sign up works once");
        assertThat(visitor()
                        .form(link, "name=Eve&password=" + Guest.encoded(PASSWORD))
                        .status())
                .isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "outlook.com", "proton.me"})
    void ac_7_a_consumer_mailbox_is_refused_at_its_field(String consumer) {
        var answer = visitor().form("/sign-up", wish("eve@" + consumer, "Umbra"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains(consumer + " is not a company&#39;s own domain", "aria-invalid=\"true\"", "value=\"Umbra\"")
                .contains("AC-7");
        assertThat(letters.of("eve@" + consumer)).isEmpty();
    }

    @Test
    void the_page_answers_the_same_for_an_address_or_a_company_that_is_here() {
        var member = fixture.superAdmin();
        var colleague = "new@" + member.email().substring(member.email().indexOf('@') + 1);

        assertThat(shownAfter("/sign-up", member.email()))
                .isEqualTo(shownAfter("/sign-up", email))
                .isEqualTo(shownAfter("/sign-up", colleague));
        assertThat(letters.of(member.email()).getFirst()).startsWith("You have an account already");
        assertThat(letters.of(colleague).getFirst()).startsWith("Your company is here already");
    }

    @Test
    void a_weak_password_is_refused_in_words_and_the_name_stays() {
        visitor().form("/sign-up", wish(email, "Umbra"));
        var link = letters.linkTo(email);

        var refused = visitor().form(link, "name=Eve&password=short");

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("Choose a password of 12 to 200 characters.", "value=\"Eve\"");
        assertThat(visitor().get(link).status()).isEqualTo(200);
    }

    @Test
    void a_link_of_one_purpose_opens_no_other() {
        var member = fixture.superAdmin();
        visitor().form("/reset", wish(member.email(), ""));
        var text = letters.linkTo(member.email()).replace("/reset/", "");

        assertThat(visitor().get("/sign-up/" + text).status()).isEqualTo(410);
        assertThat(visitor().get("/invitations/" + text).status()).isEqualTo(410);
        assertThat(visitor().get("/reset/" + text).status()).isEqualTo(200);
    }

    @Test
    void a_reset_is_answered_the_same_for_known_and_unknown() {
        var member = fixture.superAdmin();

        assertThat(shownAfter("/reset", member.email())).isEqualTo(shownAfter("/reset", "nobody@" + domain));
        assertThat(letters.of("nobody@" + domain)).isEmpty();
    }

    @Test
    void a_new_password_by_link_ends_the_old_one_and_all_sessions() {
        var member = fixture.member(fixture.organization(), MemberRole.READ_ONLY);
        fixture.setPassword(member);
        var before = visitor().signIn(member.email(), AccountFixture.PASSWORD);
        visitor().form("/reset", wish(member.email(), ""));
        var link = letters.linkTo(member.email());

        var set = visitor().form(link, "password=" + Guest.encoded(PASSWORD));

        assertThat(set.header("Location")).isEqualTo("/sign-in?email=" + Guest.encoded(member.email()));
        assertThat(before.get("/account").header("Location")).isEqualTo("/sign-in");
        assertThat(visitor()
                        .form("/sign-in", credentials(member.email(), AccountFixture.PASSWORD))
                        .header("Location"))
                .isEqualTo("/sign-in?failed");
        visitor().signIn(member.email(), PASSWORD);
        assertThat(visitor().get(link).status()).isEqualTo(410);
    }

    @Test
    void a_removed_member_gets_no_link() {
        var organization = fixture.organization();
        var admin = fixture.member(organization, MemberRole.SUPER_ADMIN);
        fixture.setPassword(admin);
        var member = fixture.member(organization, MemberRole.READ_ONLY);
        visitor()
                .signIn(admin.email(), AccountFixture.PASSWORD)
                .form("/organization/members/" + member.id() + "/remove", "");

        visitor().form("/reset", wish(member.email(), ""));

        assertThat(letters.of(member.email())).isEmpty();
    }

    @Test
    void a_form_from_elsewhere_signs_nobody_up() {
        var answer = visitor()
                .bare("POST", "/sign-up", Guest.FORM, wish(email, "Umbra").getBytes(), request -> request);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(letters.of(email)).isEmpty();
    }

    @Test
    void without_a_provider_no_page_offers_single_sign_on() {
        assertThat(visitor().get("/sign-in").body()).doesNotContain("/sign-in/staff");
        assertThat(visitor().get("/sign-in/staff").status()).isEqualTo(404);
        assertThat(visitor().get("/sign-in/staff/answer?code=x&state=y").status())
                .isEqualTo(404);
    }

    /** What a visitor sees who wished for a link to the address, without the address itself. */
    private String shownAfter(String page, String address) {
        var visitor = visitor();
        var answer = visitor.form(page, wish(address, "Umbra"));
        var shown = visitor.get(answer.header("Location")).body();
        return (answer.status() + " " + answer.header("Location") + shown)
                .replace(address, "ADDRESS")
                .replaceAll("(X-OIN-CSRF&quot;:&quot;)[^&]*", "$1")
                .replaceAll("(name=\"_csrf\" value=\")[^\"]*", "$1");
    }

    private static String wish(String email, String company) {
        return "email=" + Guest.encoded(email) + "&company=" + Guest.encoded(company);
    }

    private static String credentials(String email, String password) {
        return "email=" + Guest.encoded(email) + "&password=" + Guest.encoded(password);
    }

    private Guest visitor() {
        return new Guest(port, "");
    }
}
