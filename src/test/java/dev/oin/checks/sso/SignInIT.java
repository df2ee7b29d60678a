package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.oin.checks.Evidence;
import dev.oin.checks.FixtureSite;
import dev.oin.checks.browser.Browser.Terms;
import dev.oin.checks.browser.TestBrowser;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Person;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInIT {

    private static final TestBrowser BROWSER = new TestBrowser();
    private static final Duration BEYOND_THE_CASE = Duration.ofHours(1);

    private final FixtureSite site = new FixtureSite();

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_start_that_can_lead_nowhere_is_not_waited_for() {
        site.page("/start", "<h1>Sign-in is not set up</h1>");

        var attempt = BROWSER.browser()
                .inFreshContext(
                        Terms.within(Duration.ofMinutes(1)),
                        tab -> new SignIn(tab, plan(), mock(Evidence.class), new BlockedTargets()).attempt());

        assertThat(attempt)
                .isInstanceOfSatisfying(
                        Attempt.NeverAsked.class,
                        never -> assertThat(never.page().text()).isEqualTo("Sign-in is not set up"));
    }

    private SignIn.Plan plan() {
        var provider = URI.create("https://idp.example/");
        return new SignIn.Plan(
                SignOnCase.SP_FLOW,
                new App(Protocol.SAML, List.of(site.at("/acs")), site.at("/start"), null, provider),
                new InstanceId(new UUID(0, 1)),
                mock(Person.class),
                () -> "ticket",
                provider,
                SignInRecipe.none(),
                BEYOND_THE_CASE);
    }
}
