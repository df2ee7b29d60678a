package dev.oin.catalog;

import static dev.oin.catalog.PublicFactsBuilder.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.storage.database.CountingDatabase;
import org.junit.jupiter.api.Test;

class CatalogStatementsIT {

    private final CountingDatabase statements = new CountingDatabase();
    private final CatalogFixture fixture = new CatalogFixture(statements.source());

    @Test
    void the_list_asks_as_often_for_many_entries_as_for_one_and_once_for_what_it_knows() {
        fixture.publish(1, 1, facts().named("A 1").build());
        var forOne = statements.during(this::list);
        for (int number = 2; number <= 60; number++) {
            fixture.publish(number, 1, facts().named("A " + number).build());
        }

        var forMany = statements.during(this::list);
        var again = statements.during(this::list);

        assertThat(forMany).isEqualTo(forOne).isEqualTo(6);
        assertThat(again).isEqualTo(1);
    }

    @Test
    void an_entry_with_its_history_costs_two() {
        for (int version = 1; version <= 20; version++) {
            fixture.publish(1, version, facts().build());
        }

        var cost = statements.during(() -> fixture.catalog.releases(fixture.entry("acme-hr")));

        assertThat(cost).isEqualTo(2);
    }

    private void list() {
        var revision = fixture.catalog.revision();
        fixture.catalog.search(CatalogSearch.all(), 24, 0, revision);
        fixture.catalog.filters(revision);
    }
}
