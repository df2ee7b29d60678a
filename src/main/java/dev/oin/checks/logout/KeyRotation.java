package dev.oin.checks.logout;

import static dev.oin.checks.logout.LogoutCheck.required;
import static dev.oin.checks.logout.LogoutCheck.right;
import static dev.oin.checks.logout.LogoutCheck.wrong;

import dev.oin.checks.Outcome;
import dev.oin.checks.sso.AppSession;
import dev.oin.egress.Call;
import dev.oin.egress.Reply.Answered;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.fault.ExtraKeys;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;

/** UL-F11: a revocation that is signed with a key which has just come into the key set (sso-checks 4.2). */
final class KeyRotation {

    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(3);

    private KeyRotation() {}

    static LogoutCheck check() {
        return required(
                "UL-F11",
                "OIDC 10.1.1",
                "A revocation signed with a new key of the key set is accepted once the app has read the set again",
                "Keys are rotated without notice; until the app knows the new one, nobody can be logged out.",
                "Read the key set again whenever a token names a key that you do not know, and then verify.",
                KeyRotation::rotated);
    }

    private static Outcome rotated(LogoutLab lab) {
        var key = Forgery.newKey();
        var name = "rotated-" + lab.token().claims().get("jti");
        return lab.withSession(session -> {
            lab.publish(new ExtraKeys.Key(name, (RSAPublicKey) key.getPublic()));
            try {
                return answered(lab, session, key, name);
            } finally {
                lab.withdrawKeys();
            }
        });
    }

    private static Outcome answered(LogoutLab lab, AppSession session, KeyPair key, String name) {
        var begin = System.nanoTime();
        var patience = lab.tools().properties().keysRead();
        do {
            if (lab.send(signed(lab, key, name)) instanceof Answered answer
                    && RefusedRevocation.isTaken(answer.status())) {
                var took = LogoutLab.seconds(Duration.ofNanos(System.nanoTime() - begin));
                return lab.isPartial() || session.awaitEnd(lab.patience()).isPresent()
                        ? right("Accepted " + took + " after the key had come into the set.")
                        : wrong("Answered with " + answer.status() + " after " + took + ", but the session went on.");
            }
            session.awaitEnd(BETWEEN_CALLS);
        } while (System.nanoTime() - begin < patience.toNanos());
        return refused(lab);
    }

    private static Call signed(LogoutLab lab, KeyPair key, String name) {
        return lab.with(lab.tools().tokens().signed(lab.token().header("kid", name), key.getPrivate()));
    }

    /** An app that keeps the set for longer than we wait is not wrong, and one that takes keys from SAML metadata has no set. */
    private static Outcome refused(LogoutLab lab) {
        var waited = lab.tools().properties().keysRead().toSeconds() + " seconds";
        if (lab.wereKeysRead()) {
            return lab.answered(
                    lab.send(lab.valid()),
                    valid -> RefusedRevocation.isTaken(valid.status())
                            ? wrong("The key set was read again, and still the new key was refused for " + waited + '.')
                            : new Outcome.Inconclusive(
                                    "A valid call is answered with 204.",
                                    "It was answered with " + valid.status() + ", so that the refusal proves nothing.",
                                    "Let UL-F1 pass first."));
        }
        return lab.instance().has(Protocol.SAML)
                ? new Outcome.NotApplicable("The app does not read the key set; it knows the key from the metadata.")
                : new Outcome.Inconclusive(
                        "The app reads the key set when it meets an unknown key.",
                        "It did not within " + waited + '.',
                        "If the app keeps the set for longer, see that it reads it again at an unknown key.");
    }
}
