package dev.oin.checks.browser;

import dev.oin.checks.ChecksProperties;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The node's one warm browser; it is started by the first check that needs it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrowserProperties.class)
class BrowserConfiguration {

    @Bean(destroyMethod = "close")
    WarmBrowser browser(BrowserProperties properties, ChecksProperties checks, Clock clock) {
        LeftBehind.sweep(Path.of(System.getProperty("java.io.tmpdir")), clock.instant());
        return new WarmBrowser(checks.openContexts(), new BrowserStart(properties)::start);
    }
}
