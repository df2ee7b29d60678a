package dev.oin.sandbox;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The sandbox and what it stands on; what ISVs hand in comes from the test. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "dev.oin.storage",
            "dev.oin.vault",
            "dev.oin.account",
            "dev.oin.mail",
            "dev.oin.egress",
            "dev.oin.sandbox"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(IT|Test)(\\$.*)?"))
@ConfigurationPropertiesScan({
    "dev.oin.storage",
    "dev.oin.vault",
    "dev.oin.account",
    "dev.oin.mail",
    "dev.oin.egress",
    "dev.oin.sandbox"
})
@Import(SandboxStandIns.class)
class SandboxAlone {}
