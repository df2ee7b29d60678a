package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.sso.SignInRecipe.Step;
import dev.oin.vault.Secret;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptTextsTest {

    private static final String MASK = Secret.MASK;

    @Test
    void a_recipe_that_comes_back_as_it_was_shown_is_the_same() {
        var recipe = recipe(type("{email}", "#user"), type("hunter2", "#code"), type("other", "#code"));

        assertThat(KeptTexts.of(recipe.masked(), recipe)).isEqualTo(recipe);
    }

    @Test
    void a_mask_follows_its_selector_when_steps_move() {
        var earlier = recipe(type("one", "#a"), type("two", "#b"));

        var kept = KeptTexts.of(recipe(type(MASK, "#b"), new Step(null, "#go", null, null), type(MASK, "#a")), earlier);

        assertThat(kept.before()).extracting(Step::type).containsExactly("two", null, "one");
    }

    @Test
    void a_new_text_takes_the_place_of_the_earlier_one() {
        var earlier = recipe(type("one", "#a"), type("two", "#a"));

        var kept = KeptTexts.of(recipe(type("new", "#a"), type(MASK, "#a")), earlier);

        assertThat(kept.before()).extracting(Step::type).containsExactly("new", "two");
    }

    @Test
    void a_mask_for_another_selector_stands_for_nothing() {
        var kept = KeptTexts.of(recipe(type(MASK, "#elsewhere")), recipe(type("one", "#a")));

        assertThat(kept.before().getFirst().isMasked()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "{email}, {email}",
        "'{given_name} {family_name}', '{given_name} {family_name}'",
        "acme-{domain}, ••••••",
        "hunter2, ••••••",
        "{password}, ••••••"
    })
    void shows_the_persons_data_only(String typed, String shown) {
        assertThat(type(typed, "#a").masked().type()).isEqualTo(shown);
        assertThat(type(typed, "#a").toString()).contains("type=" + shown);
    }

    private static SignInRecipe recipe(Step... steps) {
        return new SignInRecipe(null, null, Arrays.asList(steps), null);
    }

    private static Step type(String text, String into) {
        return new Step(null, null, text, into);
    }
}
