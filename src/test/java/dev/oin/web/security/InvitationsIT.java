package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.Accounts;
import dev.oin.account.MemberRole;
import dev.oin.account.Organization;
import dev.oin.account.Organizations;
import dev.oin.account.StaffRole;
import dev.oin.gate.EvaluateGate;
import dev.oin.gate.SubmitPort;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.HandIn;
import dev.oin.submission.PageFixture;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;

/** The organisation's and the administrators' pages: who is invited, who has which role, who is removed. */
@OnSurface
class InvitationsIT {

    private static final String PASSWORD = "a long enough password";
    private static final Pattern REVOKE = Pattern.compile("/organization/invitations/([0-9a-f-]{36})/revoke");

    @MockitoSpyBean
    private EvaluateGate gate;

    @Autowired
    private AccountFixture fixture;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organizations organizations;

    @Autowired
    private JdbcClient client;

    @Autowired
    private HandIn handIn;

    @Autowired
    private SubmitPort team;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private Letterbox letters;
    private Organization home;
    private Account superAdmin;
    private Guest ada;
    private String invited;

    @BeforeEach
    void found() {
        letters = new Letterbox(client);
        home = fixture.organization();
        superAdmin = fixture.member(home, MemberRole.SUPER_ADMIN);
        ada = signedIn(superAdmin);
        invited = "ben@" + home.verifiedDomains().iterator().next();
    }

    @Test
    void ac_8_an_invited_member_gets_the_invitations_roles_and_no_other() {
        ada.form("/organization/invitations", "email=" + invited + "&roles=APP_ADMIN&roles=ORG_ADMIN");
        var link = letters.linkTo(invited);
        assertThat(new Guest(port, "").get(link).body()).contains(invited);

        var made = new Guest(port, "")
                .form(
                        link,
                        "name=Ben&password=" + Guest.encoded(PASSWORD) + "&roles=SUPER_ADMIN&memberRoles=SUPER_ADMIN");

        assertThat(made.header("Location")).isEqualTo("/sign-in?email=" + Guest.encoded(invited));
        var ben = accounts.findByEmail(invited).orElseThrow();
        assertThat(ben.memberRoles()).containsExactlyInAnyOrder(MemberRole.APP_ADMIN, MemberRole.ORG_ADMIN);
        assertThat(ben.organization()).isEqualTo(home.id());
        assertThat(ben.staffRoles()).isEmpty();
        assertThat(ada.get("/organization").body()).contains("Invitation accepted", ">Ben<");
    }

    @Test
    void an_invitation_works_once_and_not_after_its_time_and_not_once_it_is_revoked() {
        var used = invite("used@" + domain());
        new Guest(port, "").form(used, "name=Ben&password=" + Guest.encoded(PASSWORD));
        var expired = invite("expired@" + domain());
        client.sql("update invitations set expires_at = now() - interval '1 second' where email = ?")
                .param("expired@" + domain())
                .update();
        var revoked = invite("revoked@" + domain());
        ada.form("/organization/invitations/" + revocable() + "/revoke", "");

        for (var link : List.of(used, expired, revoked)) {
            assertThat(new Guest(port, "").get(link).status()).isEqualTo(410);
            assertThat(new Guest(port, "")
                            .form(link, "name=Eve&password=" + Guest.encoded(PASSWORD))
                            .status())
                    .isEqualTo(410);
        }
        assertThat(accounts.findByEmail("expired@" + domain())).isEmpty();
        assertThat(accounts.findByEmail("revoked@" + domain())).isEmpty();
    }

    @Test
    void a_newer_invitation_makes_the_older_link_void() {
        var older = invite(invited);
        var newer = invite(invited);

        assertThat(new Guest(port, "").get(older).status()).isEqualTo(410);
        assertThat(new Guest(port, "").get(newer).status()).isEqualTo(200);
    }

    @Test
    void somebody_else_behind_the_link_changes_neither_their_own_account_nor_the_address() {
        var link = invite(invited);
        var stranger = fixture.superAdmin();
        var browser = signedIn(stranger);

        var made = browser.form(
                link, "name=Eve&email=" + Guest.encoded(stranger.email()) + "&password=" + Guest.encoded(PASSWORD));

        assertThat(made.header("Location")).isEqualTo("/sign-in?email=" + Guest.encoded(invited));
        assertThat(accounts.get(stranger.id())).isEqualTo(stranger);
        assertThat(accounts.findByEmail(invited).orElseThrow().organization()).isEqualTo(home.id());
        assertThat(browser.get("/organization").body()).doesNotContain(home.name());
    }

    @Test
    void who_has_an_account_elsewhere_learns_it_behind_the_link_and_the_inviter_does_not() {
        var elsewhere = fixture.superAdmin();

        var answer = ada.form("/organization/invitations", "email=" + elsewhere.email() + "&roles=READ_ONLY");
        var link = letters.linkTo(elsewhere.email());
        var refused = new Guest(port, "").form(link, "name=Eve&password=" + Guest.encoded(PASSWORD));

        assertThat(ada.get(page(answer)).body()).contains("Invitation sent to " + elsewhere.email());
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("an account belongs to one organization");
        assertThat(accounts.get(elsewhere.id())).isEqualTo(elsewhere);
    }

    @Test
    void another_organisations_members_and_invitations_are_not_found() {
        invite(invited);
        var invitation = revocable();
        var member = fixture.member(home, MemberRole.READ_ONLY);
        var outsider = signedIn(fixture.superAdmin());

        assertThat(outsider.form("/organization/invitations/" + invitation + "/revoke", "")
                        .status())
                .isEqualTo(404);
        for (var act : List.of("roles", "remove", "restore")) {
            assertThat(outsider.form("/organization/members/" + member.id() + "/" + act, "roles=SUPER_ADMIN")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(outsider.get("/organization").body()).doesNotContain(invited, member.email(), superAdmin.email());
        assertThat(new Guest(port, "").get(letters.linkTo(invited)).status()).isEqualTo(200);
    }

    @Test
    void a_changed_role_counts_at_once() {
        var member = fixture.member(home, MemberRole.READ_ONLY);

        var saved = ada.form("/organization/members/" + member.id() + "/roles", "roles=APP_ADMIN");

        assertThat(ada.get(page(saved)).body()).contains("Roles saved.", "READ_ONLY → APP_ADMIN");
        assertThat(accounts.get(member.id()).memberRoles()).containsExactly(MemberRole.APP_ADMIN);
        assertThat(signedIn(member).form("/submissions", "").header("Location")).startsWith("/submissions/");
    }

    @Test
    void whose_roles_others_change_signs_in_anew() {
        var member = fixture.member(home, MemberRole.APP_ADMIN);
        var browser = signedIn(member);

        ada.form("/organization/members/" + member.id() + "/roles", "roles=READ_ONLY");

        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void a_removed_member_is_out_everywhere_and_comes_back_with_the_same_roles() {
        var member = fixture.member(home, MemberRole.APP_ADMIN);
        var browser = signedIn(member);
        var token = new Guest(port, fixture.token(member));

        ada.form("/organization/members/" + member.id() + "/remove", "");

        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
        assertThat(token.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(new Guest(port, "")
                        .form(
                                "/sign-in",
                                "email=" + member.email() + "&password=" + Guest.encoded(AccountFixture.PASSWORD))
                        .header("Location"))
                .isEqualTo("/sign-in?failed");
        ada.form("/organization/members/" + member.id() + "/restore", "");
        assertThat(signedIn(member).get("/account").status()).isEqualTo(200);
        assertThat(accounts.get(member.id()).memberRoles()).containsExactly(MemberRole.APP_ADMIN);
        assertThat(token.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void an_organisation_keeps_a_super_admin() {
        var self = "/organization/members/" + superAdmin.id();

        var lowered = ada.form(self + "/roles", "roles=READ_ONLY");
        var removed = ada.form(self + "/remove", "");

        assertThat(ada.get(page(lowered)).body() + ada.get(page(removed)).body())
                .contains("An organization keeps at least one super admin.");
        assertThat(accounts.get(superAdmin.id())).isEqualTo(superAdmin);
    }

    @Test
    void only_super_admins_see_and_use_what_manages_members() {
        for (var role : List.of(MemberRole.APP_ADMIN, MemberRole.ORG_ADMIN, MemberRole.READ_ONLY)) {
            var member = signedIn(fixture.member(home, role));
            var page = member.get("/organization").body();

            assertThat(page)
                    .contains(superAdmin.email())
                    .doesNotContain("Save roles", "Invite a member", "Account history", "/remove\"");
            var tried = member.form("/organization/members/" + superAdmin.id() + "/roles", "roles=READ_ONLY");
            assertThat(member.get(page(tried)).body()).contains("notice tone-turn");
        }
        assertThat(accounts.get(superAdmin.id())).isEqualTo(superAdmin);
    }

    @Test
    void ac_5_a_read_only_admin_sees_submissions_and_is_offered_nothing_to_change() {
        var draft = draft(superAdmin);
        var reader = signedIn(fixture.member(home, MemberRole.READ_ONLY));

        assertThat(reader.get("/").body()).contains(draft).doesNotContain("Build new OIN integration");
        for (var page : List.of("configuration", "test-information", "testing")) {
            var shown = reader.get("/submissions/" + draft + "/" + page);
            assertThat(shown.status()).as(page).isEqualTo(200);
            assertThat(shown.body())
                    .as(page)
                    .doesNotContain(
                            "Get started with testing</button>",
                            "Test your integration</button>",
                            "Submit integration</button>");
        }
        assertThat(reader.form("/submissions/" + draft + "/configuration", "revision=1")
                        .status())
                .isEqualTo(403);
        assertThat(reader.form("/submissions", "").status()).isEqualTo(403);
    }

    @Test
    void an_administrator_takes_in_a_company_whose_first_super_admin_is_invited() {
        var admin = signedIn(fixture.staff(StaffRole.ADMIN));
        var slug = "umbra-" + UUID.randomUUID().toString().substring(0, 8);
        var first = "eve@" + slug + ".example";

        admin.form(
                "/admin/organizations", "name=Umbra&slug=%1$s&domains=%1$s.example&email=%2$s".formatted(slug, first));
        new Guest(port, "").form(letters.linkTo(first), "name=Eve&password=" + Guest.encoded(PASSWORD));

        assertThat(new Guest(port, "")
                        .signIn(first, PASSWORD)
                        .get("/organization")
                        .body())
                .contains("Umbra", slug + ".example");
        assertThat(admin.get("/admin").body()).contains(slug + ".example", "Organization created");
    }

    @Test
    void ac_7_an_administrator_takes_in_no_consumer_domain_and_keeps_what_was_typed() {
        var admin = signedIn(fixture.staff(StaffRole.ADMIN));

        var refused =
                admin.form("/admin/organizations", "name=Umbra&slug=umbra-c&domains=gmail.com&email=eve%40gmail.com");

        assertThat(admin.get(page(refused)).body())
                .contains("those of public mail providers do not count", "value=\"umbra-c\"");
    }

    @Test
    void ac_11_an_administrator_gives_and_changes_the_teams_roles() {
        var admin = signedIn(fixture.staff(StaffRole.ADMIN));
        var address = "dana-" + UUID.randomUUID() + "@oin.example";
        admin.form("/admin/staff", "email=" + address + "&roles=ANALYST");
        new Guest(port, "").form(letters.linkTo(address), "name=Dana&password=" + Guest.encoded(PASSWORD));
        var dana = accounts.findByEmail(address).orElseThrow();
        assertThat(dana.staffRoles()).containsExactly(StaffRole.ANALYST);
        assertThat(new Guest(port, "").signIn(address, PASSWORD).get("/admin").status())
                .isEqualTo(403);

        admin.form("/admin/staff/" + dana.id() + "/roles", "roles=LEAD&roles=MANAGER");

        assertThat(accounts.get(dana.id()).staffRoles()).containsExactlyInAnyOrder(StaffRole.LEAD, StaffRole.MANAGER);
        assertThat(new Guest(port, "").signIn(address, PASSWORD).get("/insight").status())
                .isEqualTo(200);
    }

    @Test
    void ac_7_a_domain_is_added_with_the_record_that_proves_it_and_counts_for_nothing_before() {
        ada.form("/organization/domains", "domain=acme-labs.example");

        var page = ada.get("/organization").body();

        assertThat(page).contains("_oin-challenge.acme-labs.example", "oin-domain-verification=", "Check record");
        assertThat(organizations.get(home.id()).verifiedDomains()).doesNotContain("acme-labs.example");
        var reader = signedIn(fixture.member(home, MemberRole.READ_ONLY));
        assertThat(reader.get("/organization").body()).doesNotContain("oin-domain-verification=", "Add a domain");
    }

    @Test
    void ac_6_and_ac_7_whose_mailbox_is_elsewhere_is_told_from_page_1_on_and_cannot_submit() {
        var draft = draft(superAdmin);
        var elsewhere = fixture.member(home, MemberRole.SUPER_ADMIN);
        client.sql("update accounts set email = ? where id = ?")
                .param(elsewhere.id() + "@gmail.com")
                .param(elsewhere.id().value())
                .update();
        var member = signedIn(accounts.get(elsewhere.id()));

        for (var page : List.of("protocols", "configuration", "test-information", "testing")) {
            assertThat(member.get("/submissions/" + draft + "/" + page).body())
                    .contains("Who submits needs an e-mail address in " + domain() + "; yours is at gmail.com.");
            assertThat(ada.get("/submissions/" + draft + "/" + page).body()).doesNotContain("Who submits needs");
        }
        assertThat(member.get("/submissions/" + draft + "/testing").body())
                .contains("Submit from an account with your company&#39;s e-mail domain.");
        assertThat(ada.get("/submissions/" + draft + "/testing").body()).doesNotContain("Submit from an account");
    }

    @Test
    void ac_8_a_lonely_super_admin_is_advised_calmly_until_it_is_put_away() {
        draft(superAdmin);
        assertThat(ada.get("/").body()).contains("You are the only one who can submit.", "/organization#invite-email");
        assertThat(ada.get("/organization").body()).contains("You are the only one who can submit.");

        ada.form("/organization/more-admins/put-away", "home=true");

        assertThat(ada.get("/").body()).doesNotContain("You are the only one");
        assertThat(ada.get("/organization").body()).doesNotContain("You are the only one");
    }

    @Test
    void ac_10_an_integration_may_have_more_than_five_active_instances() {
        var api = new Guest(port, fixture.token(superAdmin));
        var draft = draft(superAdmin);
        saved(api.send(
                "PUT",
                "/api/v1/submissions/" + draft + "/configuration",
                "application/json",
                PageFixture.pages()
                        .with("oidc", "null")
                        .with("scim", "null")
                        .with("ul", "null")
                        .configuration()
                        .toString()
                        .getBytes(),
                request -> request.header("If-Match", "\"1\"")));

        for (var number = 0; number < 7; number++) {
            saved(api.send(
                    "POST",
                    "/api/v1/submissions/" + draft + "/instances",
                    "application/json",
                    "{\"protocols\":[\"SAML\"],\"label\":\"Number %d\"}".formatted(number)));
        }

        var instances = api.get("/api/v1/submissions/" + draft + "/instances").json();
        assertThat(instances.findValues("active")).hasSize(7).allMatch(JsonNode::booleanValue);
    }

    @Test
    void ac_11_a_lead_who_belongs_to_the_company_never_reviews_its_submission() {
        doReturn(true).when(gate).isOpenForSubmitter(any());
        var handedIn = draft(superAdmin);
        transaction.executeWithoutResult(together -> {
            handIn.handIn(SubmissionId.of(handedIn), superAdmin.id());
            team.submit(SubmissionId.of(handedIn), superAdmin.id());
        });
        var both = fixture.member(home, MemberRole.READ_ONLY);
        client.sql("update accounts set staff_roles = '{LEAD}' where id = ?")
                .param(both.id().value())
                .update();
        var api = new Guest(port, fixture.token(accounts.get(both.id())));
        var path = "/api/v1/reviews/" + handedIn;

        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.send("POST", path + "/claim", "", "").status()).isEqualTo(403);
        assertThat(api.send("POST", path + "/decision", "application/json", "{\"outcome\":\"APPROVE\"}")
                        .status())
                .isEqualTo(403);
        assertThat(signedIn(accounts.get(both.id())).get("/review/" + handedIn).status())
                .isEqualTo(404);
        var another = new Guest(port, fixture.token(fixture.staff(StaffRole.LEAD)));
        assertThat(another.get(path).status()).isEqualTo(200);
        assertThat(another.get(path).json().at("/assignee").isTextual()).isFalse();
    }

    private String draft(Account owner) {
        return new Guest(port, fixture.token(owner))
                .send("POST", "/api/v1/submissions", "application/json", "{\"protocols\":[\"SAML\"]}")
                .text("/id");
    }

    private static void saved(Guest.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    }

    private String invite(String email) {
        ada.form("/organization/invitations", "email=" + email + "&roles=READ_ONLY");
        return letters.linkTo(email);
    }

    private String domain() {
        return home.verifiedDomains().iterator().next();
    }

    /** The newest open invitation on the page. */
    private String revocable() {
        var found = REVOKE.matcher(ada.get("/organization").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Guest signedIn(Account account) {
        fixture.setPassword(account);
        return new Guest(port, "").signIn(account.email(), AccountFixture.PASSWORD);
    }

    private static String page(Guest.Answer answer) {
        return answer.header("Location").replaceFirst("#.*", "");
    }
}
