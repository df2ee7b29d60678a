package dev.oin.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the provider's answer to a request that this browser began; an answer counts once. */
class StaffSignInFilter extends AbstractAuthenticationProcessingFilter {

    private final StaffProvider provider;
    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> requests;

    StaffSignInFilter(StaffProvider provider, AuthorizationRequestRepository<OAuth2AuthorizationRequest> requests) {
        super(PathPatternRequestMatcher.withDefaults().matcher(StaffProvider.ANSWER));
        this.provider = provider;
        this.requests = requests;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        var asked = requests.removeAuthorizationRequest(request, response);
        if (asked == null) {
            throw new OAuth2AuthenticationException("authorization_request_not_found");
        }
        var registration = provider.registration();
        refuseOtherIssuer(
                request.getParameter("iss"), registration.getProviderDetails().getIssuerUri());
        return getAuthenticationManager()
                .authenticate(new OAuth2LoginAuthenticationToken(
                        registration, new OAuth2AuthorizationExchange(asked, answer(request, asked))));
    }

    private static OAuth2AuthorizationResponse answer(HttpServletRequest request, OAuth2AuthorizationRequest asked) {
        var code = request.getParameter(OAuth2ParameterNames.CODE);
        var error = request.getParameter(OAuth2ParameterNames.ERROR);
        if (code == null && error == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        var answer =
                error == null ? OAuth2AuthorizationResponse.success(code) : OAuth2AuthorizationResponse.error(error);
        return answer.redirectUri(asked.getRedirectUri())
                .state(request.getParameter(OAuth2ParameterNames.STATE))
                .build();
    }

    /** RFC 9207: an answer that names its issuer names ours. */
    private static void refuseOtherIssuer(@Nullable String named, @Nullable String ours) {
        if (named != null && !named.equals(ours)) {
            throw new OAuth2AuthenticationException("invalid_issuer");
        }
    }
}
