package dev.oin.web.admin;

import dev.oin.account.Account;
import dev.oin.account.AccountAnswer;
import dev.oin.account.AccountAudit;
import dev.oin.account.Accounts;
import dev.oin.account.ApiTokens;
import dev.oin.account.Caller;
import dev.oin.account.ChangeAccounts;
import dev.oin.account.Invitations;
import dev.oin.account.OpenInvitations;
import dev.oin.account.Organizations;
import dev.oin.account.StaffOidcProperties;
import dev.oin.account.StaffRole;
import dev.oin.account.StaffSingleSignOn;
import dev.oin.kernel.AccountId;
import dev.oin.review.ReviewQueue;
import dev.oin.submission.SubmissionList;
import dev.oin.web.frame.AuditRow;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.RoleWords;
import dev.oin.web.frame.TokenDesk;
import dev.oin.web.frame.TokenRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrators' page: staff and roles, organisations, and the ways to operations. */
@Controller
@RequestMapping("/admin")
class AdminPage {

    private final Accounts accounts;
    private final ChangeAccounts change;
    private final Invitations invitations;
    private final OpenInvitations pending;
    private final StaffSingleSignOn signOn;
    private final StaffOidcProperties provider;
    private final ApiTokens tokens;
    private final TokenDesk desk;
    private final AccountAudit audit;
    private final Organizations organizations;
    private final SubmissionList submissions;
    private final ReviewQueue queue;

    AdminPage(
            Accounts accounts,
            ChangeAccounts change,
            Invitations invitations,
            OpenInvitations pending,
            StaffSingleSignOn signOn,
            StaffOidcProperties provider,
            ApiTokens tokens,
            TokenDesk desk,
            AccountAudit audit,
            Organizations organizations,
            SubmissionList submissions,
            ReviewQueue queue) {
        this.accounts = accounts;
        this.change = change;
        this.invitations = invitations;
        this.pending = pending;
        this.signOn = signOn;
        this.provider = provider;
        this.tokens = tokens;
        this.desk = desk;
        this.audit = audit;
        this.organizations = organizations;
        this.submissions = submissions;
        this.queue = queue;
    }

    /** The page. */
    record View(
            List<Tile> tiles,
            boolean hasProvider,
            List<Role> roles,
            List<Member> staff,
            List<Invited> invited,
            List<Company> organizations,
            List<TokenRow> tokens,
            List<AuditRow> audit) {}

    /** A number with the way to its items. */
    record Tile(String name, String value, @Nullable String path) {}

    /** A staff role. */
    record Role(String value, String label) {}

    /** A person of the staff. */
    record Member(
            String id,
            String name,
            String email,
            List<String> roles,
            String roleWords,
            String state,
            boolean removed,
            SignsIn signsIn) {}

    /** How a person of the staff signs in. */
    enum SignsIn {
        WITH_PASSWORD,
        TAKE_OVER_ALLOWED,
        AT_PROVIDER
    }

    /** Somebody whose invitation is open. */
    record Invited(String id, String email, String roleWords, Instant expiresAt) {}

    /** An ISV. */
    record Company(String name, String domains, int members) {}

    @GetMapping
    String show(Model model) {
        model.addAttribute(
                "page",
                new View(
                        tiles(),
                        provider.isOn(),
                        roles(),
                        staff(),
                        invited(),
                        companies(),
                        desk.rows(tokens.ofStaff()),
                        audit.newest().stream().map(AuditRow::of).toList()));
        return "admin/admin";
    }

    @PostMapping("/staff")
    String invite(
            @RequestParam String email,
            @RequestParam(required = false) @Nullable Set<StaffRole> roles,
            Caller caller,
            RedirectAttributes next) {
        var chosen = roles == null ? Set.<StaffRole>of() : roles;
        return follow(invitations.inviteStaff(caller, email, chosen), "Invitation sent to " + email + ".", next);
    }

    @PostMapping("/staff/{id}/roles")
    String changeRoles(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<StaffRole> roles,
            Caller caller,
            RedirectAttributes next) {
        var chosen = roles == null ? Set.<StaffRole>of() : roles;
        return follow(change.changeStaffRoles(caller, new AccountId(id), chosen), "Roles saved.", next);
    }

    @PostMapping("/staff/{id}/single-sign-on")
    String allowTakeOver(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        return follow(
                signOn.await(caller, new AccountId(id)),
                "The next single sign-on with this e-mail address takes the account over; its password ends then.",
                next);
    }

    @PostMapping("/staff/{id}/remove")
    String remove(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        return follow(change.removeStaff(caller, new AccountId(id)), "Access taken away.", next);
    }

    @PostMapping("/staff/{id}/restore")
    String restore(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        return follow(change.restoreStaff(caller, new AccountId(id)), "Access given back.", next);
    }

    private List<Invited> invited() {
        return pending.toStaff().stream()
                .map(invitation -> new Invited(
                        invitation.id().toString(),
                        invitation.email(),
                        words(invitation.staffRoles()),
                        invitation.expiresAt()))
                .toList();
    }

    private static String words(Set<StaffRole> roles) {
        return roles.stream().sorted().map(RoleWords::of).collect(Collectors.joining(", "));
    }

    private List<Tile> tiles() {
        return List.of(
                new Tile("Submissions", Long.toString(submissions.countOfAll()), "/insight"),
                new Tile("Waiting for the team", Integer.toString(queue.count(ReviewQueue.Filter.all())), "/insight"),
                new Tile("Processes and incidents", "Cockpit", "/camunda/app/cockpit/default/"),
                new Tile("Health", "Status", "/actuator/health"));
    }

    private static List<Role> roles() {
        return Arrays.stream(StaffRole.values())
                .map(role -> new Role(role.name(), RoleWords.of(role)))
                .toList();
    }

    private List<Member> staff() {
        var used = signOn.used();
        var awaited = signOn.awaited();
        return accounts.staff().stream()
                .map(account -> member(
                        account,
                        used.contains(account.id())
                                ? SignsIn.AT_PROVIDER
                                : awaited.contains(account.id()) ? SignsIn.TAKE_OVER_ALLOWED : SignsIn.WITH_PASSWORD))
                .toList();
    }

    private static Member member(Account account, SignsIn signsIn) {
        return new Member(
                account.id().toString(),
                account.displayName(),
                account.email(),
                account.staffRoles().stream().map(Enum::name).toList(),
                words(account.staffRoles()),
                account.disabled() ? "Removed" : "Active",
                account.disabled(),
                signsIn);
    }

    private List<Company> companies() {
        return organizations.all().stream()
                .map(organization -> new Company(
                        organization.name(),
                        String.join(", ", organization.verifiedDomains()),
                        accounts.membersOf(organization.id()).size()))
                .toList();
    }

    private static String follow(AccountAnswer answer, String done, RedirectAttributes next) {
        next.addFlashAttribute(
                Flash.NAME,
                switch (answer) {
                    case AccountAnswer.Done(var account) -> Flash.done(done);
                    case AccountAnswer.Refused(var reason) -> Flash.refused(reason);
                });
        return "redirect:/admin#staff";
    }
}
