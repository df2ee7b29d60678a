package dev.oin.web.security;

import dev.oin.account.StaffOidcProperties;
import java.net.URI;
import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Who the checked ID token is about; the provider is asked for more only where the token tells too little. */
class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final ProviderCalls calls;
    private final StaffOidcProperties properties;

    ProviderUsers(ProviderCalls calls, StaffOidcProperties properties) {
        this.calls = calls;
        this.properties = properties;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var token = request.getIdToken();
        var endpoint = request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUri();
        var authority = List.of(new SimpleGrantedAuthority("OIDC"));
        if (endpoint == null
                || (token.getEmail() != null
                        && token.getClaim(properties.rolesClaim().split("\\.")[0]) != null)) {
            return new DefaultOidcUser(authority, token);
        }
        var more = calls.userInfo(URI.create(endpoint), request.getAccessToken().getTokenValue());
        if (!token.getSubject().equals(more.get("sub"))) {
            throw new OAuth2AuthenticationException("invalid_user_info_response");
        }
        return new DefaultOidcUser(authority, token, new OidcUserInfo(more));
    }
}
