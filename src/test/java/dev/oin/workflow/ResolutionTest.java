package dev.oin.workflow;

import static dev.oin.workflow.Resolution.EDITED;
import static dev.oin.workflow.Resolution.FIXED_ELSEWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.review.ReviewPhase;
import org.junit.jupiter.api.Test;

class ResolutionTest {

    @Test
    void an_edit_for_qa_is_verified_in_the_final_review() {
        assertThat(EDITED.leadsTo(ReviewPhase.QA)).isEqualTo(ReviewPhase.FINAL);
    }

    @Test
    void a_fix_in_the_app_lets_qa_go_on() {
        assertThat(FIXED_ELSEWHERE.leadsTo(ReviewPhase.QA)).isEqualTo(ReviewPhase.QA);
    }

    @Test
    void everything_else_goes_back_to_where_it_came_from() {
        for (var resolution : Resolution.values()) {
            assertThat(resolution.leadsTo(ReviewPhase.INITIAL)).isEqualTo(ReviewPhase.INITIAL);
            assertThat(resolution.leadsTo(ReviewPhase.FINAL)).isEqualTo(ReviewPhase.FINAL);
            assertThat(resolution.leadsTo(ReviewPhase.CATALOG)).isEqualTo(ReviewPhase.CATALOG);
        }
    }
}
