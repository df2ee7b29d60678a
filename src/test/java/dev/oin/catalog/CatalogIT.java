package dev.oin.catalog;

import static dev.oin.catalog.CatalogFixture.DANA;
import static dev.oin.catalog.CatalogFixture.LEE;
import static dev.oin.catalog.CatalogFixture.OWN_LEAD;
import static dev.oin.catalog.PublicFactsBuilder.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verify;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.DeskAnswer;
import dev.oin.storage.database.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class CatalogIT {

    private final CatalogFixture fixture = new CatalogFixture(TestDatabase.fresh());

    @Test
    void each_publication_is_the_next_version_and_the_earlier_ones_are_kept() {
        fixture.publish(1, 1, facts().build());

        var second =
                fixture.publish(1, 2, facts().describedAs("Now with groups.").build());

        assertThat(second).isEqualTo(2);
        assertThat(fixture.entry("acme-hr").facts().description()).isEqualTo("Now with groups.");
        assertThat(fixture.catalog.releases(fixture.entry("acme-hr")))
                .extracting(Release::version)
                .containsExactly(2, 1);
    }

    @Test
    void a_submitted_version_is_published_once_even_by_two_who_do_not_know_of_each_other() {
        fixture.publish(1, 1, facts().build());

        assertThatThrownBy(() -> fixture.publish(1, 1, facts().build())).isInstanceOf(DuplicateKeyException.class);

        assertThat(fixture.catalog.releases(fixture.entry("acme-hr"))).hasSize(1);
    }

    @Test
    void a_name_is_taken_whatever_its_letter_case() {
        fixture.publish(1, 1, facts().named("Acme HR").build());

        assertThatThrownBy(() -> fixture.publish(2, 1, facts().named("ACME hr").build()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_roll_back_shows_the_version_before_and_gives_no_number_twice() {
        fixture.publish(1, 1, facts().describedAs("First.").build());
        fixture.publish(1, 2, facts().describedAs("Second.").build());

        var answer = fixture.rollBack.rollBack("acme-hr", 2, "Sign-on broke.", LEE);

        assertThat(answer).isEqualTo(new DeskAnswer.Done());
        assertThat(fixture.entry("acme-hr").version()).isEqualTo(1);
        assertThat(fixture.entry("acme-hr").facts().description()).isEqualTo("First.");
        assertThat(fixture.catalog.releases(fixture.entry("acme-hr")))
                .extracting(Release::isRolledBack)
                .containsExactly(true, false);
        assertThat(fixture.rows
                        .live(new IntegrationId(new UUID(1, 1)))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(fixture.events).extracting(event -> event.what()).containsExactly("ROLLED_BACK");
        verify(fixture.mails).sendRolledBack(new SubmissionId(new UUID(1, 2)), 2, 1, "Sign-on broke.");
        assertThat(fixture.publish(1, 3, facts().describedAs("Third.").build())).isEqualTo(3);
    }

    @Test
    void a_second_roll_back_goes_past_what_was_taken_back_before() {
        for (int version = 1; version <= 3; version++) {
            fixture.publish(1, version, facts().describedAs("v" + version).build());
        }
        fixture.rollBack.rollBack("acme-hr", 3, "Broken.", LEE);

        fixture.rollBack.rollBack("acme-hr", 2, "Broken too.", LEE);

        assertThat(fixture.entry("acme-hr").facts().description()).isEqualTo("v1");
    }

    @Test
    void rolling_back_is_a_leads_and_needs_a_reason_the_current_version_and_an_earlier_one() {
        fixture.publish(1, 1, facts().build());

        var byAnalyst = fixture.rollBack.rollBack("acme-hr", 1, "Because.", DANA);
        var byOwnLead = fixture.rollBack.rollBack("acme-hr", 1, "Because.", OWN_LEAD);
        var withoutReason = fixture.rollBack.rollBack("acme-hr", 1, " ", LEE);
        var stale = fixture.rollBack.rollBack("acme-hr", 2, "Because.", LEE);
        var nothingBefore = fixture.rollBack.rollBack("acme-hr", 1, "Because.", LEE);
        var unknown = fixture.rollBack.rollBack("no-such", 1, "Because.", LEE);

        assertThat(byAnalyst).isInstanceOf(DeskAnswer.Forbidden.class);
        assertThat(byOwnLead).isInstanceOf(DeskAnswer.Forbidden.class);
        assertThat(withoutReason)
                .isInstanceOfSatisfying(
                        DeskAnswer.Unacceptable.class,
                        refused -> assertThat(refused.field()).isEqualTo("reason"));
        assertThat(stale).isInstanceOf(DeskAnswer.Conflict.class);
        assertThat(nothingBefore).isInstanceOf(DeskAnswer.Conflict.class);
        assertThat(unknown).isEqualTo(new DeskAnswer.Unknown());
        assertThat(fixture.entry("acme-hr").version()).isEqualTo(1);
        assertThat(fixture.events).isEmpty();
    }

    @Test
    void words_match_beginnings_in_name_company_and_description() {
        fixture.publish(
                1,
                1,
                facts().named("Acme HR").describedAs("Payroll for people.").build());
        fixture.publish(2, 1, facts().named("Beta Chat").describedAs("Talk.").build());

        assertThat(fixture.found(search("pay peop"))).containsExactly("Acme HR");
        assertThat(fixture.found(search("inc"))).containsExactly("Acme HR", "Beta Chat");
        assertThat(fixture.found(search("payroll talk"))).isEmpty();
        assertThat(fixture.found(search("' & ) :* \\ <-> !"))).containsExactly("Acme HR", "Beta Chat");
        assertThat(fixture.found(search("o'pay"))).isEmpty();
    }

    @Test
    void filters_by_use_case_protocol_and_functionality_with_counts() {
        fixture.publish(
                1,
                1,
                facts().named("A").usedFor("Automation").speaking(Protocol.SAML).build());
        fixture.publish(
                2,
                1,
                facts().named("B").usedFor("Zero Trust").speaking(Protocol.SCIM).build());

        assertThat(fixture.found(new CatalogSearch("", "Zero Trust", null, ""))).containsExactly("B");
        assertThat(fixture.found(new CatalogSearch("", "", Protocol.SAML, ""))).containsExactly("A");
        assertThat(fixture.found(new CatalogSearch("", "", null, "users: create")))
                .containsExactly("B");
        assertThat(fixture.found(new CatalogSearch("", "Zero Trust", Protocol.SAML, "")))
                .isEmpty();
        var filters = fixture.catalog.filters(fixture.catalog.revision());
        assertThat(filters.useCases()).containsEntry("Automation", 1L).containsEntry("Zero Trust", 1L);
        assertThat(filters.protocols()).containsEntry("SAML", 1L);
        assertThat(filters.functions())
                .containsEntry("users: create", 1L)
                .containsEntry("Sign-on from the dashboard", 1L);
    }

    @Test
    void what_is_kept_of_a_search_ends_with_the_next_change() {
        fixture.publish(1, 1, facts().named("A").build());
        var before = fixture.found(CatalogSearch.all());

        fixture.publish(2, 1, facts().named("B").build());

        assertThat(before).containsExactly("A");
        assertThat(fixture.found(CatalogSearch.all())).containsExactly("A", "B");
    }

    @Test
    void a_retired_entry_is_found_by_its_address_only_and_frees_its_name() {
        fixture.publish(1, 1, facts().build());

        var retired =
                fixture.rows.retire("acme-hr", "End of life.", new AccountId(new UUID(0, 7)), CatalogFixture.NOON);

        assertThat(retired).isTrue();
        assertThat(fixture.found(CatalogSearch.all())).isEmpty();
        assertThat(fixture.entry("acme-hr").isRetired()).isTrue();
        assertThat(fixture.rows.ownerOf("Acme HR")).isEmpty();
        assertThat(fixture.rollBack.rollBack("acme-hr", 1, "Because.", LEE)).isInstanceOf(DeskAnswer.Conflict.class);
    }

    private static CatalogSearch search(String words) {
        return new CatalogSearch(words, "", null, "");
    }
}
