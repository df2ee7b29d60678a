package dev.oin.checks.logout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedRevocationTest {

    @Test
    void another_success_is_no_refusal() {
        assertThat(RefusedRevocation.isTaken(204)).isTrue();
        assertThat(RefusedRevocation.isTaken(200)).isTrue();
        assertThat(RefusedRevocation.isTaken(302)).isFalse();
        assertThat(RefusedRevocation.isTaken(500)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "302, by POST",
        "400, sub_id",
        "401, Compare what the app expects",
        "404, Look the person up",
        "500, app's log"
    })
    void the_remedy_is_that_of_the_status(int status, String remedy) {
        var outcome = RefusedRevocation.outcome(status);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(((Outcome.Failed) outcome).remedy()).contains(remedy);
        assertThat(outcome.observed()).contains("status " + status);
    }

    @Test
    void another_success_than_204_is_a_warning_where_all_else_is_right() {
        var passed = new Outcome.Passed("The session ends.", "It ended after 1 s.");
        var failed = new Outcome.Failed(Fault.APP, "The session ends.", "It goes on.", "End it.");

        assertThat(RefusedRevocation.taken(204, passed)).isEqualTo(passed);
        assertThat(RefusedRevocation.taken(200, failed)).isEqualTo(failed);
        assertThat(RefusedRevocation.taken(202, passed).verdict()).isEqualTo(Verdict.WARNED);
        assertThat(RefusedRevocation.taken(202, passed).observed()).contains("status 202", "after 1 s");
    }
}
