package dev.oin.web.portal;

import dev.oin.account.Account;
import dev.oin.account.AccountAnswer;
import dev.oin.account.AccountAudit;
import dev.oin.account.Accounts;
import dev.oin.account.ApiTokens;
import dev.oin.account.Caller;
import dev.oin.account.ChangeAccounts;
import dev.oin.account.Invitation;
import dev.oin.account.Invitations;
import dev.oin.account.MemberRole;
import dev.oin.account.MoreAdmins;
import dev.oin.account.OpenInvitations;
import dev.oin.account.Organizations;
import dev.oin.account.RemoveDomain;
import dev.oin.account.TokenId;
import dev.oin.account.TokenScope;
import dev.oin.account.VerifyDomain;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import dev.oin.web.frame.AuditRow;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.RoleWords;
import dev.oin.web.frame.TokenDesk;
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

/** Members, roles, domains, invitations and API tokens of the reader's organisation. */
@Controller
@RequestMapping("/organization")
class OrganizationPage {

    private final Organizations organizations;
    private final Accounts accounts;
    private final ChangeAccounts change;
    private final Invitations invitations;
    private final OpenInvitations pending;
    private final ApiTokens tokens;
    private final TokenDesk desk;
    private final AccountAudit audit;
    private final VerifyDomain domains;
    private final RemoveDomain removal;
    private final MoreAdmins moreAdmins;

    OrganizationPage(
            Organizations organizations,
            Accounts accounts,
            ChangeAccounts change,
            Invitations invitations,
            OpenInvitations pending,
            ApiTokens tokens,
            TokenDesk desk,
            AccountAudit audit,
            VerifyDomain domains,
            RemoveDomain removal,
            MoreAdmins moreAdmins) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.change = change;
        this.invitations = invitations;
        this.pending = pending;
        this.tokens = tokens;
        this.desk = desk;
        this.audit = audit;
        this.domains = domains;
        this.removal = removal;
        this.moreAdmins = moreAdmins;
    }

    @GetMapping
    String show(Caller caller, Model model) {
        model.addAttribute("page", view(own(caller), caller));
        model.addAttribute("domains", removal.held(caller));
        model.addAttribute("claims", domains.claims(caller));
        model.addAttribute("tooFewAdmins", moreAdmins.tooFew(caller).orElse(null));
        return "portal/organization";
    }

    @PostMapping("/members/{id}/roles")
    String changeRoles(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<MemberRole> roles,
            Caller caller,
            RedirectAttributes next) {
        own(caller, id);
        var chosen = roles == null ? Set.<MemberRole>of() : roles;
        return follow(change.changeMemberRoles(caller, new AccountId(id), chosen), "Roles saved.", "members", next);
    }

    @PostMapping("/members/{id}/remove")
    String remove(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        own(caller, id);
        return follow(change.removeMember(caller, new AccountId(id)), "Member removed.", "members", next);
    }

    @PostMapping("/members/{id}/restore")
    String restore(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        own(caller, id);
        return follow(change.restoreMember(caller, new AccountId(id)), "Access given back.", "members", next);
    }

    @PostMapping("/invitations/{id}/revoke")
    String revokeInvitation(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        if (!pending.revoke(caller, id)) {
            throw new Missing();
        }
        next.addFlashAttribute(Flash.NAME, Flash.done("Invitation revoked. Its link works no more."));
        return "redirect:/organization#members";
    }

    @PostMapping("/invitations")
    String invite(
            @RequestParam String email,
            @RequestParam(required = false) @Nullable Set<MemberRole> roles,
            Caller caller,
            RedirectAttributes next) {
        own(caller);
        var chosen = roles == null ? Set.<MemberRole>of() : roles;
        return follow(
                invitations.inviteMember(caller, email, chosen), "Invitation sent to " + email + ".", "members", next);
    }

    @PostMapping("/tokens")
    String makeToken(
            @RequestParam String name,
            @RequestParam TokenScope scope,
            @RequestParam int days,
            Caller caller,
            RedirectAttributes next) {
        own(caller);
        desk.make(caller, name, scope, days, next);
        return "redirect:/organization#tokens";
    }

    @PostMapping("/tokens/{id}/revoke")
    String revokeToken(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        if (!tokens.revoke(caller, new TokenId(id))) {
            throw new Missing();
        }
        next.addFlashAttribute(Flash.NAME, Flash.done("Token revoked."));
        return "redirect:/organization#tokens";
    }

    private OrganizationView view(OrganizationId id, Caller caller) {
        var organization = organizations.get(id);
        var manages = caller.memberRoles().contains(MemberRole.SUPER_ADMIN);
        var everybody = accounts.membersOf(id);
        var members = everybody.stream().filter(account -> !account.disabled()).toList();
        var owned = manages ? tokens.of(id) : tokens.of(caller.account());
        return new OrganizationView(
                organization.name(),
                manages,
                roles(),
                members.stream().map(account -> member(account, caller)).toList(),
                manages
                        ? everybody.stream()
                                .filter(Account::disabled)
                                .map(account -> member(account, caller))
                                .toList()
                        : List.of(),
                manages
                        ? pending.of(id).stream()
                                .map(OrganizationPage::invitation)
                                .toList()
                        : List.of(),
                desk.rows(owned),
                manages ? audit.of(id).stream().map(AuditRow::of).toList() : List.of());
    }

    private static OrganizationView.Member member(Account account, Caller caller) {
        return new OrganizationView.Member(
                account.id().toString(),
                account.displayName(),
                account.email(),
                account.memberRoles().stream().map(Enum::name).toList(),
                words(account.memberRoles()),
                account.disabled() ? "Removed" : "Active",
                !account.id().equals(caller.account()));
    }

    private static OrganizationView.Invited invitation(Invitation invitation) {
        return new OrganizationView.Invited(
                invitation.id().toString(),
                invitation.email(),
                words(invitation.memberRoles()),
                invitation.expiresAt());
    }

    private static String words(Set<MemberRole> roles) {
        return roles.stream().sorted().map(RoleWords::of).collect(Collectors.joining(", "));
    }

    private static List<Option> roles() {
        return Arrays.stream(MemberRole.values())
                .map(role -> new Option(role.name(), RoleWords.of(role), RoleWords.meaningOf(role), false))
                .toList();
    }

    private static OrganizationId own(Caller caller) {
        var organization = caller.organization();
        if (organization == null) {
            throw new Missing();
        }
        return organization;
    }

    private void own(Caller caller, UUID member) {
        var organization = own(caller);
        var isMember = accounts.find(new AccountId(member))
                .filter(account -> organization.equals(account.organization()))
                .isPresent();
        if (!isMember) {
            throw new Missing();
        }
    }

    private static String follow(AccountAnswer answer, String done, String part, RedirectAttributes next) {
        next.addFlashAttribute(
                Flash.NAME,
                switch (answer) {
                    case AccountAnswer.Done(var account) -> Flash.done(done);
                    case AccountAnswer.Refused(var reason) -> Flash.refused(reason);
                });
        return "redirect:/organization#" + part;
    }
}
