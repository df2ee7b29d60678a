package dev.oin.sample.web;

import static dev.oin.sample.state.Weakness.PROTECTED_PAGE_PUBLIC;

import dev.oin.sample.oidc.OidcWeb;
import dev.oin.sample.saml.SamlWeb;
import dev.oin.sample.state.Connections;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Which doors are open, and to whom: machines by their own tokens, people by single sign-on. */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; " + "frame-ancestors 'none'";

    /** SCIM, setup and logout check their callers themselves. */
    @Bean
    @Order(1)
    SecurityFilterChain machineDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher("/scim/**", "/setup", "/logout/**", "/health", "/weaknesses")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain peopleDoor(
            HttpSecurity http,
            SamlWeb saml,
            OidcWeb oidc,
            Connections connections,
            Welcome welcome,
            Refusal refusal,
            LiveSessions liveSessions,
            BrokenCallback brokenCallback)
            throws Exception {
        return http.csrf(csrf -> csrf.ignoringRequestMatchers("/oidc/initiate"))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .authorizeHttpRequests(requests -> allow(requests, connections))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, reason) -> response.sendRedirect("/signin?to=" + request.getRequestURI())))
                .addFilterAfter(brokenCallback, SecurityContextHolderFilter.class)
                .addFilterBefore(liveSessions, AnonymousAuthenticationFilter.class)
                .saml2Login(login -> {
                    saml.configure(login);
                    login.loginPage("/signin").successHandler(welcome).failureHandler(refusal);
                })
                .oauth2Login(login -> {
                    oidc.configure(login);
                    login.loginPage("/signin").successHandler(welcome).failureHandler(refusal);
                })
                .build();
    }

    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            Connections connections) {
        AuthorizationManager<RequestAuthorizationContext> members = AuthenticatedAuthorizationManager.authenticated();
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/account")
                .access((who, what) -> connections.has(PROTECTED_PAGE_PUBLIC)
                        ? new AuthorizationDecision(true)
                        : members.authorize(who, what) instanceof AuthorizationDecision decision
                                ? decision
                                : new AuthorizationDecision(false))
                .anyRequest()
                .permitAll();
    }
}
