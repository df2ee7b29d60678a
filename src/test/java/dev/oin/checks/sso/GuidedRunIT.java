package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.CheckResult;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Verdict;
import dev.oin.checks.browser.Browser;
import dev.oin.checks.sso.GuidedRuns.Answer;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.Instance;
import dev.oin.submission.Submissions;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person drives, the product watches its own side and asks for the confirmation (testing-rules 4.3). */
class GuidedRunIT extends OnSampleApp {

    @Autowired
    GuidedRuns guided;

    @Autowired
    Submissions submissions;

    @Autowired
    Browser browser;

    private Instance instance;

    @BeforeEach
    void connect() throws Exception {
        var generated = saml();
        connectSaml(generated);
        instance = generated.instance();
    }

    @Test
    void a_confirmed_sign_in_that_was_seen_passes_and_says_that_it_was_guided() {
        var started = started(SignOnCase.IDP_FLOW);
        drive(started);

        var watched = guided.find(started.run(), org.id()).orElseThrow();
        assertThat(watched.isAnswered()).isTrue();
        assertThat(guided.confirm(watched, "Ida")).isTrue();

        var result = result(started.run());
        assertThat(result.outcome().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.outcome().observed()).contains("Guided run", "Ida");
        assertThat(result.exhibits())
                .extracting(CheckResult.ExhibitEntry::title)
                .contains("What the identity provider noted");
        assertThat(runs.find(started.run()).orElseThrow().expiresAt()).isNotNull();
    }

    @Test
    void a_confirmation_alone_proves_nothing() {
        var started = started(SignOnCase.SP_FLOW);

        guided.confirm(guided.find(started.run(), org.id()).orElseThrow(), "Ida");

        assertThat(result(started.run()).outcome().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void unticked_is_failed_with_the_reason_and_a_closed_window_is_abandoned() {
        var unticked = started(SignOnCase.SP_FLOW);
        guided.deny(guided.find(unticked.run(), org.id()).orElseThrow(), "Ida", "An error page");
        assertThat(result(unticked.run()).outcome().verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result(unticked.run()).outcome().observed()).contains("An error page");

        var closed = started(SignOnCase.SP_FLOW);
        guided.abandon(guided.find(closed.run(), org.id()).orElseThrow());
        assertThat(result(closed.run()).outcome().verdict()).isEqualTo(Verdict.ABANDONED);
    }

    @Test
    void nobody_who_comes_within_ten_minutes_abandons_the_run() {
        var started = started(SignOnCase.SP_FLOW);
        client.sql("update guided_runs set until = now() - interval '1 second' where run = ?")
                .param(started.run().value())
                .update();

        assertThat(guided.find(started.run(), org.id())).isEmpty();
        assertThat(result(started.run()).outcome().verdict()).isEqualTo(Verdict.ABANDONED);
    }

    @Test
    void a_new_person_is_made_for_the_guided_case_and_removed_after_it() {
        var started = started(SignOnCase.JIT_IDP);
        assertThat(people.madeFor(started.run())).hasSize(1);

        guided.abandon(guided.find(started.run(), org.id()).orElseThrow());

        assertThat(people.madeFor(started.run())).isEmpty();
    }

    @Test
    void another_organisation_sees_no_guided_run() {
        var started = started(SignOnCase.SP_FLOW);

        assertThat(guided.find(started.run(), new OrganizationId(UUID.randomUUID())))
                .isEmpty();
        assertThat(runs.find(started.run()).orElseThrow().status()).isEqualTo(CheckRun.Status.RUNNING);
    }

    /** As a person would, in a browser that the product knows nothing of. */
    private void drive(Answer.Started started) {
        var run = guided.find(started.run(), org.id()).orElseThrow();
        var patience = Duration.ofSeconds(30);
        var arrived = browser.inFreshContext(Browser.Terms.within(Duration.ofSeconds(60)), tab -> {
            tab.open(run.start());
            tab.submit(Map.of("#email", run.person().email(), "#password", started.ticket()), "#sign-in");
            tab.await(patience, () -> tab.click("#app-" + instance.id()));
            return tab.await(patience, () -> tab.shows("#sign-out"));
        });
        assertThat(arrived).isTrue();
    }

    private CheckResult result(RunId run) {
        return runs.report(run).orElseThrow().results().getFirst();
    }

    private Answer.Started started(SignOnCase check) {
        var answer = guided.start(submissions.get(instance.submission()), instance, check, caller());
        assertThat(answer).isInstanceOf(Answer.Started.class);
        return (Answer.Started) answer;
    }
}
