package dev.oin.checks.sso;

import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.SignInEvent.What;
import dev.oin.sandbox.fault.TokenFault;
import org.springframework.stereotype.Component;

/** F-OI-8: the identity provider answers with {@code access_denied}. */
final class ProviderErrors {

    private static final String ID = "F-OI-8";

    private ProviderErrors() {}

    static AdviceCheck check() {
        return AdviceCheck.required(
                ID,
                Protocol.OIDC,
                "OIDC 3.1.2.6; RFC 6749 4.1.2.1",
                "An error of the identity provider leads to a message, to no session, and to no second request",
                "Where the app starts again by itself, browsers go round in circles until they give up.",
                "Read the parameter error at the redirect URI, forget the request, and show a page that says that the sign-in was refused.",
                ProviderErrors::look);
    }

    private static Finding look(AdviceLab lab) {
        var plain = lab.tested().plainCase();
        if (plain.isEmpty()) {
            return new Finding.Irrelevant("The app has no case without a new person.");
        }
        return lab.controlled(trials -> {
            var trial = trials.broken(ID, lab.person(), plain.get());
            return trial.was(What.OIDC_REQUEST_REFUSED)
                    ? TakesRefusal.judge(trial, "The identity provider answered access_denied")
                    : new Finding.Unseen("The identity provider was not asked: " + trial.end());
        });
    }

    /** Says no. */
    @Component
    static class Denies implements TokenFault {

        @Override
        public String checkId() {
            return ID;
        }

        @Override
        public boolean deniesAccess() {
            return true;
        }
    }
}
