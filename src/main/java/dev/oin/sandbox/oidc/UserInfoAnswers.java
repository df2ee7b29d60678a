package dev.oin.sandbox.oidc;

import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.NoteSignIn;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SignInEvent.What;
import dev.oin.sandbox.login.SandboxPrincipal;
import java.security.Principal;
import java.util.Map;
import java.util.function.Function;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.stereotype.Component;

/** What the userinfo endpoint says about a person. */
@Component
final class UserInfoAnswers implements Function<OidcUserInfoAuthenticationContext, OidcUserInfo> {

    private final People people;
    private final ArmedTokenFaults faults;
    private final NoteSignIn log;
    private final PersonClaims told;

    UserInfoAnswers(People people, ArmedTokenFaults faults, NoteSignIn log, PersonClaims told) {
        this.told = told;
        this.people = people;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public OidcUserInfo apply(OidcUserInfoAuthenticationContext context) {
        Authentication authentication = context.getAuthorization().getAttribute(Principal.class.getName());
        if (authentication == null || !(authentication.getPrincipal() instanceof SandboxPrincipal principal)) {
            throw new IllegalStateException("A grant of nobody");
        }
        var instance = InstanceId.of(context.getAuthorization().getRegisteredClientId());
        var scopes = context.getAccessToken().getScopes();
        log.note(
                instance,
                principal.person(),
                principal.run().orElse(null),
                What.USERINFO_CALLED,
                Map.of("scope", String.join(" ", scopes)));
        var person = people.find(principal.person())
                .filter(Person::isActive)
                .orElseThrow(() -> new OAuth2AuthenticationException("invalid_token"));
        var claims = told.of(person, instance, scopes);
        return new OidcUserInfo(faults.of(principal, instance)
                .map(fault -> fault.userInfo(claims))
                .orElse(claims));
    }
}
