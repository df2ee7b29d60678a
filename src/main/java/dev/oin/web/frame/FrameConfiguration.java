package dev.oin.web.frame;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Frames all pages, and finds the forms of the ISV's tasks. */
@Configuration(proxyBeanMethods = false)
class FrameConfiguration implements WebMvcConfigurer {

    private final FramePages frames;

    FrameConfiguration(FramePages frames) {
        this.frames = frames;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(frames).excludePathPatterns("/api/**");
    }

    @Bean(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
    static FlashMapManager latestFlash() {
        return new LatestFlash();
    }

    @Bean
    static SpringResourceTemplateResolver formsOfTheIsvsTasks() {
        var resolver = new SpringResourceTemplateResolver();
        resolver.setPrefix("classpath:/forms/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setResolvablePatterns(Set.of("isv/*"));
        resolver.setOrder(0);
        resolver.setCheckExistence(true);
        return resolver;
    }
}
