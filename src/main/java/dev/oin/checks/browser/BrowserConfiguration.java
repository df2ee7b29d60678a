package dev.oin.checks.browser;

import dev.oin.checks.ChecksProperties;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The node's one warm browser; it is started by the first check that needs it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrowserProperties.class)
class BrowserConfiguration {

    @Bean(destroyMethod = "close")
    WarmBrowser browser(BrowserProperties properties, ChecksProperties checks) {
        LeftBehind.sweep(Path.of(System.getProperty("java.io.tmpdir")));
        return new WarmBrowser(checks.openContexts(), new BrowserStart(properties)::start);
    }
}
