package dev.oin.web.review;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the forms of the team's tasks to Tasklist. */
@Configuration(proxyBeanMethods = false)
class AnalystForms implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/forms/analyst/*.html")
                .addResourceLocations("classpath:/forms/analyst/")
                .setCachePeriod(0);
    }
}
