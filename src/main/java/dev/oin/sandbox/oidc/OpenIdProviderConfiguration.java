package dev.oin.sandbox.oidc;

import dev.oin.account.Organizations;
import dev.oin.sandbox.People;
import dev.oin.sandbox.fault.ExtraKeys;
import dev.oin.sandbox.login.OrganizationGate;
import dev.oin.sandbox.login.SandboxPaths;
import dev.oin.sandbox.login.SandboxViews;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/** The OpenID Provider: one issuer per organisation, at exactly {@code /sandbox/{org}}. */
@Configuration(proxyBeanMethods = false)
class OpenIdProviderConfiguration {

    private static final List<String> NOT_OFFERED = List.of(
            "device_authorization_endpoint",
            "revocation_endpoint",
            "revocation_endpoint_auth_methods_supported",
            "introspection_endpoint",
            "introspection_endpoint_auth_methods_supported",
            "pushed_authorization_request_endpoint",
            "tls_client_certificate_bound_access_tokens",
            "dpop_signing_alg_values_supported");

    private static final Map<String, Object> OFFERED = Map.of(
            "grant_types_supported", List.of("authorization_code"),
            "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"),
            "response_modes_supported", ResponseMode.texts(),
            "request_parameter_supported", false,
            "request_uri_parameter_supported", false,
            "claims_parameter_supported", false,
            "scopes_supported", List.of("openid", "profile", "email", "address", "phone"),
            "claims_supported",
                    List.of(
                            "sub",
                            "iss",
                            "aud",
                            "exp",
                            "iat",
                            "auth_time",
                            "nonce",
                            "at_hash",
                            "email",
                            "email_verified",
                            "name",
                            "given_name",
                            "family_name",
                            "preferred_username"));

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder()
                .multipleIssuersAllowed(true)
                .build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain openIdProvider(
            HttpSecurity http,
            Organizations organizations,
            People people,
            Clock clock,
            IssuedTokens tokens,
            AuthorizationRules rules,
            AuthorizationAnswers answers,
            TokenRefusals refusals,
            UserInfoAnswers userInfo,
            SignOutAnswers signOut,
            ExtraKeys extraKeys,
            BearerOfAccessToken bearers)
            throws Exception {
        http.securityMatcher(SandboxPaths::isOpenIdConnect)
                .addFilterAfter(new OrganizationGate(organizations, people), SecurityContextHolderFilter.class)
                .addFilterAfter(new KeySetCaching(extraKeys), OrganizationGate.class)
                .addFilterAfter(new UnnamedSignOuts(), HeaderWriterFilter.class)
                .addFilterBefore(new FreshSignIns(clock), AbstractPreAuthenticatedProcessingFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .with(
                        OAuth2AuthorizationServerConfigurer.authorizationServer(),
                        server -> server.tokenGenerator(tokens)
                                .authorizationEndpoint(endpoint -> endpoint.authenticationProviders(
                                                providers -> judgeBy(rules, providers))
                                        .authorizationResponseHandler(answers)
                                        .errorResponseHandler(answers))
                                .clientAuthentication(client -> client.authenticationProviders(
                                                OpenIdProviderConfiguration::compareSecretsOurWay)
                                        .errorResponseHandler(refusals))
                                .tokenEndpoint(endpoint -> endpoint.errorResponseHandler(refusals))
                                .oidc(oidc -> oidc.providerConfigurationEndpoint(endpoint ->
                                                endpoint.providerConfigurationCustomizer(
                                                        description -> description.claims(claims -> {
                                                            NOT_OFFERED.forEach(claims::remove);
                                                            claims.putAll(OFFERED);
                                                        })))
                                        .userInfoEndpoint(endpoint -> endpoint.userInfoMapper(userInfo))
                                        .logoutEndpoint(endpoint -> endpoint.logoutResponseHandler(signOut)
                                                .errorResponseHandler(signOut))))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(bearerTokens())
                        .jwt(jwt -> jwt.authenticationManager(bearers::authenticate)))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                (request, response, nobody) -> SandboxViews.askToSignIn(request, response),
                                request -> request.getRequestURI().endsWith("/oauth2/authorize"))
                        .defaultAuthenticationEntryPointFor(
                                refusals, request -> request.getRequestURI().endsWith("/oauth2/token")))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        return http.build();
    }

    /** In the head, or in the form of a POST (RFC 6750 2.2). */
    private static DefaultBearerTokenResolver bearerTokens() {
        var resolver = new DefaultBearerTokenResolver();
        resolver.setAllowFormEncodedBodyParameter(true);
        return resolver;
    }

    private static void judgeBy(AuthorizationRules rules, List<AuthenticationProvider> providers) {
        providers.stream()
                .filter(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::isInstance)
                .map(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::cast)
                .forEach(provider -> provider.setAuthenticationValidator(rules));
    }

    private static void compareSecretsOurWay(List<AuthenticationProvider> providers) {
        providers.stream()
                .filter(ClientSecretAuthenticationProvider.class::isInstance)
                .map(ClientSecretAuthenticationProvider.class::cast)
                .forEach(provider -> provider.setPasswordEncoder(new ClientSecrets()));
    }
}
