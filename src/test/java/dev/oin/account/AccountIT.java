package dev.oin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.oin.kernel.Ids;
import dev.oin.kernel.MovableClock;
import dev.oin.mail.Mail;
import dev.oin.mail.Outbox;
import dev.oin.storage.database.OinRepositoryTest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@OinRepositoryTest
class AccountIT {

    private static final String HOME = "192.0.2.1";

    private final MovableClock clock = new MovableClock();
    private final List<Mail> mails = new ArrayList<>();
    private final AccountFixture fixture;
    private final SignIn signIn;
    private final ApiTokens tokens;
    private final Invitations invitations;
    private final ChangeAccounts change;
    private final SignUp signUp;
    private final ResetPassword reset;
    private final AccountAudit audit;
    private final OpenInvitations pending;
    private final TransactionTemplate transaction;
    private final TakeInOrganization organizations;
    private final AccountRows accounts;
    private final JdbcClient client;

    private Account ada;

    AccountIT(@Autowired JdbcClient client, @Autowired PlatformTransactionManager transactions) {
        this.client = client;
        this.transaction = new TransactionTemplate(transactions);
        var properties = new AccountProperties(
                3,
                Duration.ofMinutes(15),
                Duration.ofHours(4),
                Duration.ofDays(366),
                Duration.ofDays(7),
                Duration.ofHours(1),
                "https://oin.example");
        Ids ids = UUID::randomUUID;
        audit = new AccountAudit(client, ids, clock);
        var secrets = new Secrets(new SecureRandom());
        var passwords = new Passwords(client);
        accounts = new AccountRows(client);
        tokens = new ApiTokens(new TokenRows(client), accounts, secrets, audit, properties, ids, clock);
        signIn = new SignIn(accounts, passwords, new SignInAttempts(client, properties), clock);
        var newAccounts = new NewAccounts(accounts, passwords, ids, clock);
        var outbox = new Letters(mails);
        invitations = new Invitations(
                new InvitationRows(client),
                accounts,
                newAccounts,
                secrets,
                new InvitationLetter(outbox, properties),
                audit,
                properties,
                ids,
                clock);
        var links = new OneTimeLinks(client, secrets, properties, ids, clock);
        var letter = new AccountLetter(outbox, properties);
        var attempts = new SignInAttempts(client, properties);
        signUp = new SignUp(links, new OrganizationRows(client), accounts, newAccounts, letter, audit, ids, clock);
        reset = new ResetPassword(
                links,
                accounts,
                new StaffIdentityRows(client, clock),
                passwords,
                attempts,
                new Access(client, clock),
                letter,
                audit);
        change = new ChangeAccounts(accounts, new StaffIdentityRows(client, clock), new Access(client, clock), audit);
        pending = new OpenInvitations(new InvitationRows(client), audit, clock);
        organizations = new TakeInOrganization(new OrganizationRows(client), invitations, audit, ids, clock);
        fixture = new AccountFixture(new OrganizationRows(client), accounts, passwords, tokens);
    }

    @BeforeEach
    void signUp() {
        ada = fixture.superAdmin();
        fixture.setPassword(ada);
    }

    @Test
    void the_right_password_signs_in_whatever_the_case_of_the_address() {
        var outcome = signIn.attempt("  " + ada.email().toUpperCase(), AccountFixture.PASSWORD, HOME);

        assertThat(outcome).isEqualTo(new SignIn.Outcome.SignedIn(ada));
    }

    @Test
    void a_wrong_password_and_an_unknown_address_look_the_same() {
        assertThat(signIn.attempt(ada.email(), "wrong", HOME)).isEqualTo(new SignIn.Outcome.Refused());
        assertThat(signIn.attempt("nobody@example.com", "wrong", HOME)).isEqualTo(new SignIn.Outcome.Refused());
    }

    @Test
    void the_third_wrong_password_locks_out_known_and_unknown_alike() {
        for (var address : List.of(ada.email(), "nobody@example.com")) {
            for (var attempt = 0; attempt < 3; attempt++) {
                signIn.attempt(address, "wrong", HOME);
            }

            assertThat(signIn.attempt(address, AccountFixture.PASSWORD, HOME))
                    .isInstanceOf(SignIn.Outcome.LockedOut.class);
        }
    }

    @Test
    void a_guesser_locks_the_own_network_out_and_not_the_owner() {
        for (var attempt = 0; attempt < 10; attempt++) {
            signIn.attempt(ada.email(), "wrong", "203.0.113.7");
        }

        assertThat(signIn.attempt(ada.email(), AccountFixture.PASSWORD, "203.0.113.7"))
                .isInstanceOf(SignIn.Outcome.LockedOut.class);
        assertThat(signIn.attempt(ada.email(), AccountFixture.PASSWORD, HOME))
                .isInstanceOf(SignIn.Outcome.SignedIn.class);
    }

    @Test
    void each_further_wrong_password_locks_for_longer() {
        for (var attempt = 0; attempt < 3; attempt++) {
            signIn.attempt(ada.email(), "wrong", HOME);
        }
        clock.forward(Duration.ofMinutes(15).plusSeconds(1));
        signIn.attempt(ada.email(), "wrong", HOME);

        clock.forward(Duration.ofMinutes(29));

        assertThat(signIn.attempt(ada.email(), AccountFixture.PASSWORD, HOME))
                .isInstanceOf(SignIn.Outcome.LockedOut.class);
        clock.forward(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(signIn.attempt(ada.email(), AccountFixture.PASSWORD, HOME))
                .isInstanceOf(SignIn.Outcome.SignedIn.class);
    }

    @Test
    void guessing_from_everywhere_slows_an_account_down_for_a_minute_and_its_known_places_not_at_all() {
        signIn.attempt(ada.email(), AccountFixture.PASSWORD, HOME);
        for (var network = 1; network <= 20; network++) {
            signIn.attempt(ada.email(), "wrong", "198.51.100." + network);
            clock.forward(Duration.ofSeconds(61));
        }
        signIn.attempt(ada.email(), "wrong", "198.51.100.21");

        assertThat(signIn.attempt(ada.email(), AccountFixture.PASSWORD, "192.0.2.99"))
                .isInstanceOf(SignIn.Outcome.LockedOut.class);
        assertThat(signIn.attempt(ada.email(), AccountFixture.PASSWORD, HOME))
                .isInstanceOf(SignIn.Outcome.SignedIn.class);
    }

    @Test
    void an_account_under_attack_opens_from_a_new_place_after_a_minute() {
        for (var network = 1; network <= 20; network++) {
            signIn.attempt(ada.email(), "wrong", "198.51.100." + network);
            clock.forward(Duration.ofSeconds(61));
        }

        assertThat(signIn.attempt(ada.email(), AccountFixture.PASSWORD, "192.0.2.99"))
                .isInstanceOf(SignIn.Outcome.SignedIn.class);
    }

    @Test
    void one_network_that_tries_many_addresses_is_locked_out() {
        for (var person = 0; person < 30; person++) {
            signIn.attempt("person" + person + "@example.com", "wrong", "203.0.113.7");
        }

        assertThat(signIn.attempt(ada.email(), AccountFixture.PASSWORD, "203.0.113.7"))
                .isInstanceOf(SignIn.Outcome.LockedOut.class);
    }

    @Test
    void the_lock_ends_by_itself() {
        for (var attempt = 0; attempt < 3; attempt++) {
            signIn.attempt(ada.email(), "wrong", HOME);
        }

        clock.forward(Duration.ofMinutes(15).plusSeconds(1));

        assertThat(signIn.attempt(ada.email(), AccountFixture.PASSWORD, HOME))
                .isInstanceOf(SignIn.Outcome.SignedIn.class);
    }

    @Test
    void an_account_without_a_password_signs_nobody_in() {
        var other = fixture.superAdmin();

        assertThat(signIn.attempt(other.email(), "", HOME)).isEqualTo(new SignIn.Outcome.Refused());
    }

    @Test
    void passwords_and_tokens_are_kept_as_hashes() {
        var token = fixture.token(ada);

        var rows = client.sql("select a::text || coalesce(string_agg(t::text, ''), '') from accounts a"
                        + " left join api_tokens t on t.account = a.id where a.id = ? group by a.*")
                .param(ada.id().value())
                .query(String.class)
                .single();

        assertThat(rows)
                .contains("$argon2id$")
                .doesNotContain(AccountFixture.PASSWORD)
                .doesNotContain(token);
    }

    @Test
    void a_token_tells_its_owner_and_its_last_use() {
        var token = fixture.token(ada);

        var bearer = tokens.resolve(token);

        assertThat(bearer).hasValueSatisfying(found -> {
            assertThat(found.caller().account()).isEqualTo(ada.id());
            assertThat(found.caller().mayTestAndSubmit()).isTrue();
        });
        assertThat(tokens.of(ada.id()).getFirst().lastUsedAt()).isEqualTo(clock.instant());
    }

    @Test
    void an_expired_or_revoked_token_counts_no_more() {
        var revoked = tokens.create(ada.asCaller(), "ci", TokenScope.FULL, Duration.ofDays(1));
        var expiring = tokens.create(ada.asCaller(), "ci", TokenScope.FULL, Duration.ofDays(1));

        assertThat(tokens.revoke(ada.asCaller(), revoked.token().id())).isTrue();
        clock.forward(Duration.ofDays(1));

        assertThat(tokens.resolve(revoked.text())).isEmpty();
        assertThat(tokens.resolve(expiring.text())).isEmpty();
        assertThat(revoked.toString()).doesNotContain(revoked.text());
    }

    @Test
    void a_token_needs_a_name_and_a_bounded_lifetime() {
        assertThat(tokens.objection("ci", Duration.ofDays(90))).isEmpty();
        assertThat(tokens.objection(" ", Duration.ofDays(90))).isPresent();
        assertThat(tokens.objection("ci", Duration.ZERO)).isPresent();
        assertThat(tokens.objection("ci", Duration.ofDays(367))).isPresent();
    }

    @Test
    void the_audit_tells_from_what_to_what_and_only_the_own_organisation() {
        var bob = fixture.member(new OrganizationRows(client).get(ada.organization()), MemberRole.APP_ADMIN);

        change.changeMemberRoles(ada.asCaller(), bob.id(), Set.of(MemberRole.READ_ONLY));

        assertThat(audit.of(ada.organization()).getFirst()).satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(ada.displayName());
            assertThat(entry.account()).isEqualTo(bob.email());
            assertThat(entry.detail()).isEqualTo("APP_ADMIN → READ_ONLY");
        });
        assertThat(audit.of(fixture.superAdmin().organization())).isEmpty();
        assertThat(audit.newest()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update account_audit set detail = ''", "delete from account_audit", "truncate account_audit"})
    void the_audit_cannot_be_changed(String attack) {
        invitations.inviteMember(ada.asCaller(), "bob@example.com", Set.of(MemberRole.APP_ADMIN));

        assertThatThrownBy(() -> client.sql(attack).update()).hasMessageContaining("append-only");
    }

    @Test
    void another_organisations_token_cannot_be_revoked() {
        var made = tokens.create(ada.asCaller(), "ci", TokenScope.FULL, Duration.ofDays(1));
        var stranger = fixture.superAdmin();

        assertThat(tokens.revoke(stranger.asCaller(), made.token().id())).isFalse();
        assertThat(tokens.resolve(made.text())).isPresent();
    }

    @Test
    void a_disabled_account_is_out_at_once() {
        var organization = new OrganizationRows(client).get(ada.organization());
        var bob = fixture.member(organization, MemberRole.APP_ADMIN);
        var token = fixture.token(bob);

        var answer = change.removeMember(ada.asCaller(), bob.id());

        assertThat(answer).isInstanceOf(AccountAnswer.Done.class);
        assertThat(tokens.resolve(token)).isEmpty();
    }

    @Test
    void an_organisation_keeps_a_super_admin() {
        assertThat(change.removeMember(ada.asCaller(), ada.id())).isInstanceOf(AccountAnswer.Refused.class);
        assertThat(change.changeMemberRoles(ada.asCaller(), ada.id(), Set.of(MemberRole.READ_ONLY)))
                .isInstanceOf(AccountAnswer.Refused.class);
    }

    @Test
    void members_of_others_cannot_be_changed() {
        var stranger = fixture.superAdmin();

        assertThat(change.changeMemberRoles(stranger.asCaller(), ada.id(), Set.of(MemberRole.READ_ONLY)))
                .isInstanceOf(AccountAnswer.Refused.class);
        assertThat(change.changeStaffRoles(
                        stranger.asCaller(), fixture.staff(StaffRole.ANALYST).id(), Set.of(StaffRole.LEAD)))
                .isInstanceOf(AccountAnswer.Refused.class);
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void of_two_super_admins_who_remove_each_other_at_once_one_stays() throws Exception {
        var bob = fixture.member(new OrganizationRows(client).get(ada.organization()), MemberRole.SUPER_ADMIN);

        try (var other = Executors.newSingleThreadExecutor()) {
            var second = transaction.execute(open -> {
                assertThat(change.removeMember(ada.asCaller(), bob.id())).isInstanceOf(AccountAnswer.Done.class);
                var attempt =
                        other.submit(() -> transaction.execute(own -> change.removeMember(bob.asCaller(), ada.id())));
                await().until(() -> waitsForALock());
                return attempt;
            });

            assertThat(second.get()).isInstanceOf(AccountAnswer.Refused.class);
        }
        assertThat(accounts.get(ada.id()).disabled()).isFalse();
        forgetCommitted(ada, bob);
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void of_two_administrators_who_remove_each_other_at_once_one_stays() throws Exception {
        var dana = fixture.staff(StaffRole.ADMIN);
        var eli = fixture.staff(StaffRole.ADMIN);

        try (var other = Executors.newSingleThreadExecutor()) {
            var second = transaction.execute(open -> {
                assertThat(change.removeStaff(dana.asCaller(), eli.id())).isInstanceOf(AccountAnswer.Done.class);
                var attempt = other.submit(() -> transaction.execute(
                        own -> change.changeStaffRoles(eli.asCaller(), dana.id(), Set.of(StaffRole.ANALYST))));
                await().until(() -> waitsForALock());
                return attempt;
            });

            assertThat(second.get()).isInstanceOf(AccountAnswer.Refused.class);
        }
        assertThat(accounts.get(dana.id()).staffRoles()).containsExactly(StaffRole.ADMIN);
        forgetCommitted(ada, dana, eli);
    }

    @Test
    void a_removed_members_sessions_and_tokens_end_and_do_not_come_back() {
        var bob = fixture.member(new OrganizationRows(client).get(ada.organization()), MemberRole.SUPER_ADMIN);
        var token = fixture.token(bob);
        openSession(bob);
        openSession(ada);

        change.removeMember(ada.asCaller(), bob.id());
        var answer = change.restoreMember(ada.asCaller(), bob.id());

        assertThat(answer).isInstanceOf(AccountAnswer.Done.class);
        assertThat(accounts.get(bob.id()).disabled()).isFalse();
        assertThat(tokens.resolve(token)).isEmpty();
        assertThat(sessionsOf(bob)).isZero();
        assertThat(sessionsOf(ada)).isOne();
    }

    @Test
    void changed_roles_end_the_sessions_of_others_but_not_ones_own() {
        var bob = fixture.member(new OrganizationRows(client).get(ada.organization()), MemberRole.SUPER_ADMIN);
        openSession(bob);
        openSession(ada);

        change.changeMemberRoles(ada.asCaller(), bob.id(), Set.of(MemberRole.READ_ONLY));
        change.changeMemberRoles(ada.asCaller(), ada.id(), Set.of(MemberRole.SUPER_ADMIN, MemberRole.APP_ADMIN));

        assertThat(sessionsOf(bob)).isZero();
        assertThat(sessionsOf(ada)).isOne();
    }

    @Test
    void a_removed_or_demoted_inviters_invitations_work_no_more() {
        var organization = new OrganizationRows(client).get(ada.organization());
        var bob = fixture.member(organization, MemberRole.SUPER_ADMIN);
        var eve = fixture.member(organization, MemberRole.SUPER_ADMIN);
        invitations.inviteMember(bob.asCaller(), "back-door@example.com", Set.of(MemberRole.SUPER_ADMIN));
        var bobs = linkIn(mails.getLast());
        invitations.inviteMember(eve.asCaller(), "side-door@example.com", Set.of(MemberRole.SUPER_ADMIN));
        var eves = linkIn(mails.getLast());

        change.removeMember(ada.asCaller(), bob.id());
        change.changeMemberRoles(ada.asCaller(), eve.id(), Set.of(MemberRole.READ_ONLY));

        assertThat(invitations.find(bobs)).isEmpty();
        assertThat(invitations.accept(eves, "Eve", "a long enough password")).isInstanceOf(AccountAnswer.Refused.class);
        assertThat(pending.of(organization.id())).isEmpty();
    }

    @Test
    void an_open_invitation_is_listed_and_can_be_revoked_by_the_own_super_admins_only() {
        invitations.inviteMember(ada.asCaller(), "bob@example.com", Set.of(MemberRole.APP_ADMIN));
        var link = linkIn(mails.getLast());
        var open = pending.of(ada.organization()).getFirst();

        assertThat(pending.revoke(fixture.superAdmin().asCaller(), open.id())).isFalse();
        assertThat(pending.revoke(fixture.staff(StaffRole.ANALYST).asCaller(), open.id()))
                .isFalse();
        assertThat(invitations.find(link)).isPresent();
        assertThat(pending.revoke(ada.asCaller(), open.id())).isTrue();
        assertThat(invitations.find(link)).isEmpty();
        assertThat(pending.of(ada.organization())).isEmpty();
    }

    @Test
    void inviting_again_makes_the_older_link_void() {
        invitations.inviteMember(ada.asCaller(), "bob@example.com", Set.of(MemberRole.SUPER_ADMIN));
        var old = linkIn(mails.getLast());

        invitations.inviteMember(ada.asCaller(), "bob@example.com", Set.of(MemberRole.READ_ONLY));

        assertThat(invitations.find(old)).isEmpty();
        assertThat(pending.of(ada.organization())).hasSize(1);
    }

    @Test
    void an_invitation_does_not_tell_who_has_an_account_elsewhere() {
        var stranger = fixture.superAdmin();

        var known = invitations.inviteMember(ada.asCaller(), stranger.email(), Set.of(MemberRole.APP_ADMIN));
        var unknown = invitations.inviteMember(ada.asCaller(), "nobody@example.com", Set.of(MemberRole.APP_ADMIN));

        assertThat(known).isEqualTo(unknown);
        assertThat(mails).hasSize(2);
        assertThat(pending.of(ada.organization())).hasSize(2);
        assertThat(invitations.accept(linkIn(mails.getFirst()), "Eve", "a long enough password"))
                .isInstanceOf(AccountAnswer.Refused.class);
        assertThat(accounts.get(stranger.id())).isEqualTo(stranger);
    }

    @Test
    void who_belongs_here_already_needs_no_invitation() {
        var bob = fixture.member(new OrganizationRows(client).get(ada.organization()), MemberRole.APP_ADMIN);

        assertThat(invitations.inviteMember(ada.asCaller(), bob.email(), Set.of(MemberRole.APP_ADMIN)))
                .isInstanceOfSatisfying(
                        AccountAnswer.Refused.class,
                        no -> assertThat(no.reason()).contains("has access already"));
    }

    @Test
    void an_invitation_makes_one_member() {
        invitations.inviteMember(ada.asCaller(), "Bob@Example.com", Set.of(MemberRole.APP_ADMIN));
        var link = linkIn(mails.getLast());

        var answer = invitations.accept(link, "Bob", "a long enough password");

        assertThat(answer).isInstanceOf(AccountAnswer.Done.class);
        assertThat(accounts.findByEmail("bob@example.com")).hasValueSatisfying(bob -> {
            assertThat(bob.organization()).isEqualTo(ada.organization());
            assertThat(bob.memberRoles()).containsExactly(MemberRole.APP_ADMIN);
        });
        assertThat(signIn.attempt("bob@example.com", "a long enough password", HOME))
                .isInstanceOf(SignIn.Outcome.SignedIn.class);
        assertThat(invitations.accept(link, "Eve", "another long password")).isInstanceOf(AccountAnswer.Refused.class);
    }

    @Test
    void an_old_invitation_is_void() {
        invitations.inviteMember(ada.asCaller(), "bob@example.com", Set.of(MemberRole.APP_ADMIN));

        clock.forward(Duration.ofDays(7));

        assertThat(invitations.accept(linkIn(mails.getLast()), "Bob", "a long enough password"))
                .isInstanceOf(AccountAnswer.Refused.class);
    }

    @Test
    void only_super_admins_and_administrators_invite() {
        var analyst = fixture.staff(StaffRole.ANALYST).asCaller();

        assertThat(invitations.inviteStaff(analyst, "x@example.com", Set.of(StaffRole.LEAD)))
                .isInstanceOf(AccountAnswer.Refused.class);
        assertThat(invitations.inviteMember(analyst, "x@example.com", Set.of(MemberRole.SUPER_ADMIN)))
                .isInstanceOf(AccountAnswer.Refused.class);
        assertThat(invitations.inviteStaff(ada.asCaller(), "x@example.com", Set.of(StaffRole.ADMIN)))
                .isInstanceOf(AccountAnswer.Refused.class);
        assertThat(mails).isEmpty();
    }

    @Test
    void the_first_administrators_newest_link_counts() {
        var old = invitations.inviteFirstAdministrator("root@example.com");
        var link = invitations.inviteFirstAdministrator("root@example.com");

        assertThat(invitations.find(textIn(old))).isEmpty();
        assertThat(invitations.accept(textIn(link), "Root", "a long enough password"))
                .isInstanceOf(AccountAnswer.Done.class);
        assertThat(accounts.findByEmail("root@example.com").orElseThrow().staffRoles())
                .containsExactly(StaffRole.ADMIN);
    }

    @Test
    void an_administrator_takes_in_an_organisation_with_its_first_super_admin() {
        var admin = fixture.staff(StaffRole.ADMIN).asCaller();

        var answer = organizations.takeIn(admin, "umbra", "Umbra", Set.of("Umbra.example"), "eve@umbra.example");
        invitations.accept(linkIn(mails.getLast()), "Eve", "a long enough password");

        assertThat(answer).isInstanceOf(AccountAnswer.Done.class);
        assertThat(accounts.findByEmail("eve@umbra.example"))
                .hasValueSatisfying(
                        eve -> assertThat(eve.asCaller().mayTestAndSubmit()).isTrue());
    }

    @Test
    void a_public_mail_provider_is_nobodys_company() {
        var admin = fixture.staff(StaffRole.ADMIN).asCaller();

        assertThat(organizations.takeIn(admin, "umbra", "Umbra", Set.of("gmail.com"), "eve@gmail.com"))
                .isInstanceOf(AccountAnswer.Refused.class);
        assertThat(organizations.takeIn(admin, "umbra", "Umbra", Set.of("umbra.example"), "eve@other.example"))
                .isInstanceOf(AccountAnswer.Refused.class);
        assertThat(organizations.takeIn(ada.asCaller(), "umbra", "Umbra", Set.of("umbra.example"), "eve@umbra.example"))
                .isInstanceOf(AccountAnswer.Refused.class);
        assertThat(mails).isEmpty();
    }

    @Test
    void a_company_signs_itself_up_by_a_mailbox_in_its_domain() {
        var faults = signUp.request("Eve@Umbra.example", "Umbra", HOME);
        var link = textIn(linkAtTheEndOf(mails.getLast()));

        var answer = signUp.complete(link, "Eve", "a long enough password");

        assertThat(faults).isEmpty();
        assertThat(answer).isInstanceOf(AccountAnswer.Done.class);
        var eve = accounts.findByEmail("eve@umbra.example").orElseThrow();
        assertThat(eve.memberRoles()).containsExactly(MemberRole.SUPER_ADMIN);
        assertThat(new OrganizationRows(client).get(eve.organization())).satisfies(made -> {
            assertThat(made.slug()).isEqualTo("umbra-example");
            assertThat(made.verifiedDomains()).containsExactly("umbra.example");
        });
        assertThat(signUp.complete(link, "Mallory", "a long enough password"))
                .isInstanceOf(AccountAnswer.Refused.class);
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void of_two_people_who_sign_one_company_up_at_once_the_second_is_told() throws Exception {
        signUp.request("eve@initech.example", "Initech", HOME);
        var first = textIn(linkAtTheEndOf(mails.getLast()));
        signUp.request("max@initech.example", "Initech", HOME);
        var second = textIn(linkAtTheEndOf(mails.getLast()));

        try (var other = Executors.newSingleThreadExecutor()) {
            var late = transaction.execute(open -> {
                assertThat(signUp.complete(first, "Eve", "a long enough password"))
                        .isInstanceOf(AccountAnswer.Done.class);
                var attempt = other.submit(
                        () -> transaction.execute(own -> signUp.complete(second, "Max", "a long enough password")));
                await().until(() -> waitsForALock());
                return attempt;
            });

            assertThat(late.get()).isInstanceOf(AccountAnswer.Refused.class);
        }
        var eve = accounts.findByEmail("eve@initech.example").orElseThrow();
        forgetCommitted(ada, eve);
        client.sql("delete from organizations where id = :id")
                .param("id", Objects.requireNonNull(eve.organization()).value())
                .update();
    }

    @Test
    void a_personal_mailbox_is_refused_at_its_field() {
        assertThat(signUp.request("eve@gmail.com", "Umbra", HOME)).containsOnlyKeys("email");
        assertThat(signUp.request("eve", " ", HOME)).containsOnlyKeys("email", "company");
        assertThat(mails).isEmpty();
    }

    @Test
    void signing_up_tells_only_the_mailbox_what_exists() {
        var colleague = "new@" + EmailAddresses.domainOf(ada.email());

        assertThat(signUp.request(ada.email(), "Acme", HOME)).isEmpty();
        assertThat(signUp.request(colleague, "Acme", HOME)).isEmpty();

        assertThat(mails).hasSize(2).noneSatisfy(mail -> assertThat(mail.text()).contains("/sign-up/"));
    }

    @Test
    void a_link_of_the_mailbox_sets_a_new_password_once_and_ends_sessions_and_pauses() {
        openSession(ada);
        for (var attempt = 0; attempt < 3; attempt++) {
            signIn.attempt(ada.email(), "wrong", HOME);
        }
        reset.request(ada.email(), HOME);
        var link = textIn(linkAtTheEndOf(mails.getLast()));

        var answer = reset.complete(link, "a quite new password");

        assertThat(answer).isInstanceOf(AccountAnswer.Done.class);
        assertThat(signIn.attempt(ada.email(), "a quite new password", HOME))
                .isInstanceOf(SignIn.Outcome.SignedIn.class);
        assertThat(sessionsOf(ada)).isZero();
        assertThat(reset.complete(link, "yet another password")).isInstanceOf(AccountAnswer.Refused.class);
        assertThat(client.sql("select count(*) from one_time_links where hash = :text")
                        .param("text", link)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_reset_is_answered_the_same_for_nobody_and_sends_nothing() {
        assertThat(reset.request("nobody@example.com", HOME)).isEqualTo(reset.request(ada.email(), HOME));
        assertThat(mails).hasSize(1);
    }

    @Test
    void a_link_is_void_after_its_time_and_once_there_is_a_newer_one() {
        reset.request(ada.email(), HOME);
        var old = textIn(linkAtTheEndOf(mails.getLast()));
        reset.request(ada.email(), HOME);
        var newer = textIn(linkAtTheEndOf(mails.getLast()));

        assertThat(reset.find(old)).isEmpty();
        assertThat(signUp.find(newer)).isEmpty();
        assertThat(reset.find(newer)).isPresent();
        clock.forward(Duration.ofHours(1));
        assertThat(reset.find(newer)).isEmpty();
    }

    @Test
    void nobody_floods_a_mailbox() {
        for (var wish = 0; wish < 10; wish++) {
            reset.request(ada.email(), "203.0.113." + wish);
        }

        assertThat(mails).hasSize(3);
    }

    private static String linkAtTheEndOf(Mail mail) {
        return mail.text().strip();
    }

    private boolean waitsForALock() {
        return client.sql("select count(*) > 0 from pg_stat_activity where wait_event_type = 'Lock'")
                .query(Boolean.class)
                .single();
    }

    private void openSession(Account account) {
        var id = UUID.randomUUID().toString();
        client.sql("insert into spring_session values (:id, :id, 0, 0, 7200, 0, :account)")
                .param("id", id)
                .param("account", account.id().toString())
                .update();
    }

    private int sessionsOf(Account account) {
        return client.sql("select count(*) from spring_session where principal_name = :account")
                .param("account", account.id().toString())
                .query(Integer.class)
                .single();
    }

    private void forgetCommitted(Account... committed) {
        for (var account : committed) {
            client.sql("delete from accounts where id = :id")
                    .param("id", account.id().value())
                    .update();
        }
    }

    private static String linkIn(Mail mail) {
        var start = mail.text().indexOf("/invitations/") + "/invitations/".length();
        return mail.text().substring(start).strip();
    }

    private static String textIn(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private record Letters(List<Mail> mails) implements Outbox {

        @Override
        public void enqueue(Mail mail) {
            mails.add(mail);
        }

        @Override
        public List<Undelivered> undelivered() {
            return List.of();
        }

        @Override
        public void retry(UUID id) {}

        @Override
        public List<Bounce> bounces(String thread, int limit) {
            return List.of();
        }

        @Override
        public Optional<Instant> lateSince() {
            return Optional.empty();
        }

        @Override
        public Backlog backlog() {
            return new Backlog(0, 0);
        }
    }
}
