package dev.oin.web.security;

import dev.oin.account.SessionPrincipal;
import dev.oin.account.SignIn;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks the account module whether the e-mail address and the password are somebody's; never says which of them was wrong. */
class PasswordSignIn implements AuthenticationProvider {

    private final SignIn signIn;

    PasswordSignIn(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        return switch (signIn.attempt(
                attempt.getName(), String.valueOf(attempt.getCredentials()), addressOf(attempt))) {
            case SignIn.Outcome.SignedIn(var account) ->
                UsernamePasswordAuthenticationToken.authenticated(SessionPrincipal.of(account), null, List.of());
            case SignIn.Outcome.Refused() -> throw new BadCredentialsException("No account with this password");
            case SignIn.Outcome.LockedOut(var until) -> throw new BadCredentialsException("Locked out until " + until);
        };
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details && details.getRemoteAddress() != null
                ? details.getRemoteAddress()
                : "";
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
