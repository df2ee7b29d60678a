package dev.oin.workflow.webapp;

import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the engine's web applications behind our sign-in. */
@Configuration(proxyBeanMethods = false)
class WebAppsConfiguration {

    /** Behind Spring Security's filter, before the web applications' own. */
    private static final int BEHIND_SECURITY = 0;

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> oneSignIn() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setName("One sign-in");
        filter.setInitParameters(Map.of("authentication-provider", SignedInStaff.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*", "/camunda/assets/*", "/camunda/lib/*");
        filter.setOrder(BEHIND_SECURITY);
        return filter;
    }
}
