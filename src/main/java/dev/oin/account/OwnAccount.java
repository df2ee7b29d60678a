package dev.oin.account;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do about their own account: choose another password, and sign out of browsers that they left. */
@Component
public class OwnAccount {

    private final SignIn signIn;
    private final Passwords passwords;
    private final OneTimeLinks links;
    private final StaffIdentityRows identities;
    private final Access access;
    private final AccountAudit audit;

    OwnAccount(
            SignIn signIn,
            Passwords passwords,
            OneTimeLinks links,
            StaffIdentityRows identities,
            Access access,
            AccountAudit audit) {
        this.signIn = signIn;
        this.passwords = passwords;
        this.links = links;
        this.identities = identities;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Sets another password for whoever knows the old one; all other sessions end and links to reset it are void. Wrong
     * guesses count as at the sign-in page.
     */
    @Transactional
    public AccountAnswer changePassword(
            Caller caller, String old, String chosen, String session, String remoteAddress) {
        var objection = Passwords.objection(chosen);
        if (objection.isPresent()) {
            return new AccountAnswer.Refused(objection.get());
        }
        return switch (signIn.attempt(caller.email(), old, remoteAddress)) {
            case SignIn.Outcome.SignedIn(var account) -> {
                passwords.set(account.id(), chosen);
                links.voidAll(OneTimeLink.Purpose.PASSWORD_RESET, account.email());
                var ended = access.endOtherSessions(account.id(), session);
                audit.record(account.id(), account.id(), "PASSWORD_CHANGED", others(ended));
                yield new AccountAnswer.Done(account.id());
            }
            case SignIn.Outcome.Refused() -> new AccountAnswer.Refused("The current password is wrong.");
            case SignIn.Outcome.LockedOut(var until) ->
                new AccountAnswer.Refused(
                        "Too many wrong passwords. Try again later, or use the link for a forgotten one.");
        };
    }

    /** Whether the caller signs in with a password here, and not at the team's provider. */
    public boolean hasPassword(Caller caller) {
        return !identities.has(caller.account());
    }

    /** Where the caller is signed in, the newest use first. */
    public List<OpenSession> sessions(Caller caller, String session) {
        return access.sessions(caller.account(), session);
    }

    /** Signs the caller out of one browser; false where there is no such session of the caller. */
    @Transactional
    public boolean end(Caller caller, UUID session) {
        var ended = access.endSession(caller.account(), session);
        if (ended) {
            audit.record(caller.account(), caller.account(), "SESSION_ENDED", "one browser");
        }
        return ended;
    }

    /** Signs the caller out everywhere, here too; API tokens go on. */
    @Transactional
    public void endAll(Caller caller) {
        access.endSessions(caller.account());
        audit.record(caller.account(), caller.account(), "SIGNED_OUT_EVERYWHERE", "");
    }

    private static String others(int ended) {
        return ended == 1 ? "1 other session ended" : ended + " other sessions ended";
    }
}
