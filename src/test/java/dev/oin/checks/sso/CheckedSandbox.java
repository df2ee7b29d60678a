package dev.oin.checks.sso;

import dev.oin.checks.RunQueue;
import dev.oin.sandbox.SandboxStandIns;
import java.io.IOException;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/** Checks and sandbox with what they stand on, without the stages after them. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "dev.oin.storage",
            "dev.oin.vault",
            "dev.oin.account",
            "dev.oin.mail",
            "dev.oin.egress",
            "dev.oin.sandbox",
            "dev.oin.checks"
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(IT|Test|Alone|StandIns)(\\$.*)?"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "dev\\.oin\\.checks\\.scim\\..*")
        })
@ConfigurationPropertiesScan({
    "dev.oin.storage",
    "dev.oin.vault",
    "dev.oin.account",
    "dev.oin.mail",
    "dev.oin.egress",
    "dev.oin.sandbox",
    "dev.oin.checks"
})
@Import(SandboxStandIns.class)
class CheckedSandbox {

    /** Started for the first test that wants it, and kept for those after it. */
    @Bean
    @Lazy
    SampleApp sampleApp() throws IOException {
        return SampleApp.started();
    }

    @Bean
    RunQueue runQueue() {
        return (submission, run) -> {};
    }
}
