package dev.oin.web.api;

import dev.oin.account.Callers;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What controllers may ask for beside the request: who calls, which page, which ETag. */
@Configuration(proxyBeanMethods = false)
class ArgumentsConfiguration implements WebMvcConfigurer {

    private final Callers callers;

    ArgumentsConfiguration(Callers callers) {
        this.callers = callers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument(callers));
        resolvers.add(new PagingArgument());
    }
}
