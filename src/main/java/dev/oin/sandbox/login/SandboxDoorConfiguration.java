package dev.oin.sandbox.login;

import dev.oin.account.Organizations;
import dev.oin.sandbox.People;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.vault.Vault;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** The door of the sandbox's own pages; the endpoints of OpenID Connect have one before it. */
@Configuration(proxyBeanMethods = false)
class SandboxDoorConfiguration {

    @Bean
    FilterRegistrationBean<SandboxDoor> sandboxDoor(
            SandboxAddresses addresses, OpenSessions sessions, Vault vault, Organizations organizations) {
        var registration = new FilterRegistrationBean<>(new SandboxDoor(addresses, sessions, vault, organizations));
        registration.addUrlPatterns("/sandbox/*");
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return registration;
    }

    @Bean
    @Order(11)
    SecurityFilterChain sandboxPages(HttpSecurity http, Organizations organizations, People people) throws Exception {
        http.securityMatcher(SandboxPaths::isOurs)
                .addFilterAfter(new OrganizationGate(organizations, people), SecurityContextHolderFilter.class)
                .csrf(protection -> protection
                        .csrfTokenRepository(new HttpSessionCsrfTokenRepository())
                        .ignoringRequestMatchers(SandboxDoorConfiguration::comesFromTheApp))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.addHeaderWriter(new ContentSecurityPolicyHeaderWriter(SandboxPolicy.strict())))
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll());
        return http.build();
    }

    @Bean
    @Order(12)
    SecurityFilterChain sandboxAssets(HttpSecurity http) throws Exception {
        http.securityMatcher(request -> SandboxPaths.path(request).startsWith("/sandbox-assets/"))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll());
        return http.build();
    }

    /** An app's request by HTTP-POST (Bind 3.5) comes from another site by design. */
    private static boolean comesFromTheApp(HttpServletRequest request) {
        var path = SandboxPaths.path(request);
        return "POST".equals(request.getMethod()) && path.matches("/sandbox/[^/]+/saml/[^/]+/sso");
    }
}
