package dev.oin.sample.oauth;

import dev.oin.sample.state.Connections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** The doors of the authorization server. Its administrator signs in apart from the people who come by single sign-on. */
@Configuration(proxyBeanMethods = false)
public class AuthorizationServer {

    /** Who allows access. */
    public static final String ADMIN = "admin";

    private final SecurityContextRepository administrators = administrators();

    private static SecurityContextRepository administrators() {
        var repository = new HttpSessionSecurityContextRepository();
        repository.setSpringSecurityContextKey("SAMPLE_ADMINISTRATOR");
        return repository;
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder()
                .authorizationEndpoint("/oauth/authorize")
                .tokenEndpoint("/oauth/token")
                .tokenRevocationEndpoint("/oauth/revoke")
                .tokenIntrospectionEndpoint("/oauth/introspect")
                .build();
    }

    @Bean
    @Order(-2)
    SecurityFilterChain authorizationDoor(HttpSecurity http, ScimClients clients, IssuedTokens issued)
            throws Exception {
        var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        endpoints ->
                                endpoints.registeredClientRepository(clients).authorizationService(issued))
                .securityContext(context -> context.securityContextRepository(administrators))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    @Bean
    @Order(-1)
    SecurityFilterChain administratorsDoor(HttpSecurity http, Connections connections) throws Exception {
        return http.securityMatcher("/login", "/default-ui.css")
                .authenticationProvider(new DaoAuthenticationProvider(name -> connections
                        .scimOauth()
                        .filter(oauth -> name.equals(ADMIN))
                        .map(oauth -> User.withUsername(ADMIN)
                                .password("{noop}" + oauth.adminPassword())
                                .authorities("ADMIN")
                                .build())
                        .orElseThrow(() -> new UsernameNotFoundException(name))))
                .securityContext(context -> context.securityContextRepository(administrators))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(Customizer.withDefaults())
                .build();
    }
}
