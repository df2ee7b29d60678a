package dev.oin.sandbox;

import dev.oin.egress.AddressRules;
import dev.oin.submission.EvaluateExpressions;
import dev.oin.submission.LiveVersion;
import dev.oin.submission.PageFixture;
import dev.oin.submission.Submissions;
import dev.oin.submission.TestCredentials;
import dev.oin.submission.Timeline;
import dev.oin.submission.Versions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands before the sandbox, for tests of stages after it: submissions kept in memory. Without an annotation, so that no scan of the whole application finds it. */
@Import(LiveVersion.class)
public class SandboxStandIns {

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
    TestCredentials testCredentials(HandedIn handedIn) {
        return handedIn.secrets();
    }

    @Bean
    EvaluateExpressions evaluation(AddressRules addresses, JdbcClient client) {
        return PageFixture.evaluation(addresses, client);
    }
}
