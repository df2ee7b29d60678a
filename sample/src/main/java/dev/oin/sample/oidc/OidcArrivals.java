package dev.oin.sample.oidc;

import dev.oin.sample.people.Admission.Admitted;
import dev.oin.sample.people.Admission.Refused;
import dev.oin.sample.people.Arrival;
import dev.oin.sample.people.FrontDoor;
import dev.oin.sample.people.Identity;
import dev.oin.sample.people.Member;
import dev.oin.sample.people.NotAdmitted;
import java.time.Clock;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Lets in the person whom a checked ID token names. */
@Component
class OidcArrivals implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService library = new OidcUserService();
    private final FrontDoor door;
    private final Clock clock;

    OidcArrivals(FrontDoor door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = library.loadUser(request);
        Arrival arrival = new Arrival(
                new Identity(user.getIdToken().getIssuer().toString(), user.getSubject()),
                user.getEmail(),
                Boolean.TRUE.equals(user.getEmailVerified()),
                user.getGivenName(),
                user.getFamilyName());
        return switch (door.admit(arrival)) {
            case Admitted admitted ->
                new OidcMember(
                        new Member(
                                admitted.account().id(),
                                "OpenID Connect",
                                clock.instant(),
                                null,
                                request.getIdToken().getTokenValue()),
                        user);
            case Refused refused -> throw new NotAdmitted(refused.reason());
        };
    }
}
