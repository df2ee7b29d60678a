package dev.oin.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.Entitlement.Attribute;
import dev.oin.sandbox.scim.OfferedEntitlements.Listed;
import dev.oin.web.portal.ManagedEntitlements.Offer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrantChoicesTest {

    @Test
    void a_few_are_offered_without_more_words_and_without_those_held() {
        var choices = GrantChoices.of(List.of(sites(3, 3)), List.of(site(2)), "");

        assertThat(choices.types().getFirst().lines())
                .extracting(GrantChoices.Line::name)
                .containsExactly("Site 1", "Site 3");
        assertThat(choices.isSearched()).isFalse();
        assertThat(choices.notes()).isEmpty();
    }

    @Test
    void of_many_some_are_shown_and_the_others_found_by_name() {
        var all = GrantChoices.of(List.of(sites(500, 500)), List.of(), "");
        var found = GrantChoices.of(List.of(sites(500, 500)), List.of(), " sITE 49 ");

        assertThat(all.types().getFirst().lines()).hasSize(200);
        assertThat(all.isSearched()).isTrue();
        assertThat(all.notes()).singleElement().asString().startsWith("Site: 200 of 500 are shown.");
        assertThat(found.found()).isEqualTo(11);
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void what_was_not_read_is_said() {
        assertThat(GrantChoices.of(List.of(sites(5000, 6000)), List.of(), "Site 7")
                        .notes())
                .anyMatch(note -> note.startsWith("Site: the app counts 6000, and the first 5000 were read."));
        assertThat(GrantChoices.of(List.of(new Offer("Site", new Listed(List.of(), 0, false))), List.of(), "")
                        .notes())
                .containsExactly(
                        "The app's list of Site could not be read. The entitlements suite says what is wrong with it.");
    }

    private static Offer sites(int read, int total) {
        return new Offer(
                "Site",
                new Listed(
                        IntStream.rangeClosed(1, read)
                                .mapToObj(GrantChoicesTest::site)
                                .toList(),
                        total,
                        true));
    }

    private static Entitlement site(int number) {
        return new Entitlement(Attribute.ENTITLEMENTS, "s" + number, "Site " + number, "Site");
    }
}
