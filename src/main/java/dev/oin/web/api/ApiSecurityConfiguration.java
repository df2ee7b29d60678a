package dev.oin.web.api;

import dev.oin.account.ApiTokens;
import dev.oin.web.problems.ProblemWriter;
import dev.oin.web.problems.Problems;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The API's door: tokens only, no cookie, no session, hence no CSRF token. */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    private static final String DOCS_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    @Order(20)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, RateLimit limit, ProblemWriter problems)
            throws Exception {
        var paths = PathPatternRequestMatcher.withDefaults();
        http.securityMatcher(paths.matcher("/api/v1/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerTokens(tokens, limit, problems), AuthorizationFilter.class)
                .addFilterAfter(new BodyLimit(problems), BearerTokens.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, nobody) ->
                                problems.write(Problems.unauthorized(), request, response))
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(Problems.forbidden("Your roles do not allow this."), request, response)))
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(paths.matcher(HttpMethod.GET, "/api/v1/catalog/**"))
                        .permitAll()
                        .requestMatchers(paths.matcher(HttpMethod.GET, "/api/v1/openapi.json/**"))
                        .permitAll()
                        .requestMatchers(paths.matcher(HttpMethod.GET, "/api/v1/manifest.schema.json"))
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    /** The page that shows the API's description; its scripts and styles are files of our own jar. */
    @Bean
    @Order(21)
    SecurityFilterChain apiDocs(HttpSecurity http) throws Exception {
        var paths = PathPatternRequestMatcher.withDefaults();
        http.securityMatcher(paths.matcher("/api/**"))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(DOCS_POLICY)))
                .authorizeHttpRequests(rules -> rules.requestMatchers(
                                paths.matcher(HttpMethod.GET, "/api/docs/**"),
                                paths.matcher(HttpMethod.GET, "/api/swagger-ui/**"))
                        .permitAll()
                        .anyRequest()
                        .denyAll());
        return http.build();
    }
}
