package dev.oin.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Protocol;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsightQueryTest {

    @Test
    void the_address_holds_the_whole_view() {
        var query =
                InsightQuery.of(Map.of("view", "p85", "days", "30", "protocol", "saml", "kind", "new", "round", "2"));

        assertThat(query.at("/insight")).isEqualTo("/insight?view=p85&days=30&protocol=saml&kind=new&round=2");
        assertThat(query.slice().protocol()).isEqualTo(Protocol.SAML);
    }

    @Test
    void what_is_not_known_falls_back_to_the_usual() {
        var given = Map.of("view", "x", "days", "-1", "round", "9", "protocol", "");

        var query = InsightQuery.of(given);

        assertThat(query).isEqualTo(InsightQuery.of(Map.of()));
        assertThat(query.ignored(given)).containsExactly("view", "days", "round");
    }

    @Test
    void heat_grows_with_the_bounds_of_the_legend() {
        assertThat(new int[] {
                    HeatView.WAITING.heat(0),
                    HeatView.WAITING.heat(4),
                    HeatView.WAITING.heat(5),
                    HeatView.WAITING.heat(19),
                    HeatView.WAITING.heat(20)
                })
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void finds_every_element_of_both_models_where_work_can_wait() {
        var models = new Models();

        assertThat(models.all()).extracting(Models.Model::key).containsExactly("oinSubmission", "qaTesting");
        assertThat(models.nameOf("oinSubmission", "initialReview")).isEqualTo("Initial review");
        assertThat(models.nameOf("qaTesting", "runSsoChecks")).isEqualTo("Run SSO checks");
    }
}
