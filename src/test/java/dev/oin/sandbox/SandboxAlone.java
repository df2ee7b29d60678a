package dev.oin.sandbox;

import dev.oin.submission.Submissions;
import dev.oin.submission.Timeline;
import dev.oin.submission.Versions;
import dev.oin.submission.expression.Evaluation;
import dev.oin.submission.expression.Expressions;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The sandbox and what it stands on; what ISVs hand in comes from the test. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"dev.oin.storage", "dev.oin.vault", "dev.oin.account", "dev.oin.mail", "dev.oin.sandbox"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
@ConfigurationPropertiesScan({"dev.oin.storage", "dev.oin.vault", "dev.oin.account", "dev.oin.mail", "dev.oin.sandbox"})
class SandboxAlone {

    @Bean
    HandedIn handedIn() {
        return new HandedIn();
    }

    @Bean
    Submissions submissions(HandedIn handedIn) {
        return handedIn.submissions();
    }

    @Bean
    Versions versions(HandedIn handedIn) {
        return handedIn.versions();
    }

    @Bean
    Timeline timeline(HandedIn handedIn) {
        return handedIn.timeline();
    }

    @Bean
    Expressions expressions() {
        return (dialect, text, variables) -> new Evaluation.Value(text);
    }
}
