package dev.oin.web.frame;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CachingResourceResolver;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Serves styles, scripts, pictures and fonts. Asked for by a name with the hash of its content, a file may be kept for good; by its plain name, as in
 * Tasklist's forms, it is asked for again each time and sent only where it changed.
 */
@Configuration(proxyBeanMethods = false)
class StaticFilesConfiguration implements WebMvcConfigurer {

    /** Where the files of which pages name versions lie. */
    static final List<String> PATHS = List.of("/css/", "/js/", "/sandbox-assets/", "/webjars/");

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var path : PATHS) {
            var folder = path.equals("/webjars/") ? "META-INF/resources/webjars/" : "static" + path;
            add(registry, path + "**", "classpath:/" + folder);
        }
        add(registry, "/*.svg", "classpath:/static/");
    }

    @Bean
    static SmartInitializingSingleton versionedLinks(SpringTemplateEngine engine, ResourceUrlProvider files) {
        return () -> engine.setLinkBuilder(new VersionedLinks(files::getForLookupPath));
    }

    /** Versions are remembered by name; transformed files are not, for the cache would take a file with and without its version for the same. */
    private static void add(ResourceHandlerRegistry registry, String pattern, String folder) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new CachingResourceResolver(new ConcurrentMapCache(pattern)))
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(new KeptVersions(FOR_GOOD))
                .addTransformer(new CssLinkResourceTransformer());
    }
}
