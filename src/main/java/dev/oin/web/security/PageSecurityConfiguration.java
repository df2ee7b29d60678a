package dev.oin.web.security;

import static dev.oin.account.StaffRole.ADMIN;
import static dev.oin.account.StaffRole.ANALYST;
import static dev.oin.account.StaffRole.AUDITOR;
import static dev.oin.account.StaffRole.LEAD;
import static dev.oin.account.StaffRole.MANAGER;

import dev.oin.account.Callers;
import dev.oin.account.SignIn;
import dev.oin.vault.Vault;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.session.web.http.CookieSerializer;

/** The door of all pages, the engine's web applications included; the API and the sandbox have doors of their own before it. */
@Configuration(proxyBeanMethods = false)
class PageSecurityConfiguration {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String[] PUBLIC = {
        "/",
        "/sign-in/**",
        "/sign-up/**",
        "/reset/**",
        "/invitations/**",
        "/welcome/**",
        "/preferences/**",
        "/catalog/**",
        "/checks/**",
        "/results/**",
        "/dev/mail/**",
        "/css/**",
        "/js/**",
        "/webjars/**",
        "/*.svg",
        "/favicon.ico",
        "/actuator/health/**"
    };

    private final PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();

    @Bean
    CookieSerializer sessionCookie(Vault vault) {
        return new SessionCookie(vault);
    }

    @Bean
    @Order(100)
    SecurityFilterChain pages(HttpSecurity http, SignIn signIn, Callers callers, StaffDoor staff, SignedOut signedOut)
            throws Exception {
        var engine = paths.matcher("/camunda/**");
        var csrf = CookieCsrfTokenRepository.withHttpOnlyFalse();
        csrf.setCookieName("oin_csrf");
        csrf.setHeaderName("X-OIN-CSRF");
        csrf.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        var pages = new PagesToReturnTo();
        staff.addTo(http, csrf, pages);
        http.authenticationProvider(new PasswordSignIn(signIn))
                .authorizeHttpRequests(rules -> rules(rules, callers))
                .csrf(protection -> protection
                        .csrfTokenRepository(csrf)
                        .csrfTokenRequestHandler(new CsrfTokens())
                        .ignoringRequestMatchers(paths.matcher("/camunda/api/**"), paths.matcher("/camunda/app/**")))
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/")
                        .failureUrl("/sign-in?failed"))
                .logout(end -> end.logoutUrl("/sign-out").logoutSuccessHandler(signedOut))
                .requestCache(cache -> cache.requestCache(pages))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(signInFirst()))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(engine), new ContentSecurityPolicyHeaderWriter(POLICY))));
        return http.build();
    }

    /** Leads to a path, not to whatever host the request claimed. */
    private static AuthenticationEntryPoint signInFirst() {
        var entry = new LoginUrlAuthenticationEntryPoint("/sign-in");
        entry.setFavorRelativeUris(true);
        return entry;
    }

    private void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            Callers callers) {
        rules.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll();
        for (var path : PUBLIC) {
            rules.requestMatchers(paths.matcher(path)).permitAll();
        }
        permit(rules, StaffOnly.with(callers, ADMIN), "/admin/**", "/actuator/**");
        // Tasklist asks there who is signed in.
        permit(rules, StaffOnly.with(callers, ANALYST, LEAD, ADMIN), "/camunda/api/admin/auth/user/**");
        permit(
                rules,
                StaffOnly.with(callers, ADMIN),
                "/camunda/app/cockpit/**",
                "/camunda/api/cockpit/**",
                "/camunda/app/admin/**",
                "/camunda/api/admin/**");
        permit(rules, StaffOnly.with(callers, ANALYST, LEAD, ADMIN), "/camunda/**");
        permit(rules, StaffOnly.with(callers, ANALYST, LEAD, ADMIN, AUDITOR), "/review/mails/**", "/review/audit*");
        rules.requestMatchers(paths.matcher(HttpMethod.POST, "/review/**"))
                .access(StaffOnly.with(callers, ANALYST, LEAD));
        permit(rules, StaffOnly.with(callers, ANALYST, LEAD, AUDITOR), "/review/**");
        permit(rules, StaffOnly.with(callers, LEAD, MANAGER, ADMIN, AUDITOR), "/insight/**");
        rules.anyRequest().authenticated();
    }

    private void permit(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            StaffOnly who,
            String... patterns) {
        for (var pattern : patterns) {
            rules.requestMatchers(paths.matcher(pattern)).access(who);
        }
    }
}
