package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.CheckId;
import dev.oin.checks.CheckRun;
import dev.oin.checks.SuiteName;
import dev.oin.checks.sso.LearnedRecipe.Names;
import dev.oin.checks.sso.LearnedRecipe.Seen;
import dev.oin.checks.sso.SignInRecipe.SignedIn;
import dev.oin.checks.sso.SignInRecipe.Step;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.SignInEvent;
import dev.oin.sandbox.SignInEvent.What;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedRecipeTest {

    private List<SignInEvent> events = List.of();

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com/home?code=abc&state=x, https://app.example.com/home*, https://app.example.com/home",
        "https://app.example.com/home?tab=1, https://app.example.com/home*, https://app.example.com/home?tab=1",
        "https://app.example.com/u/ada%40acme.example, https://app.example.com/u/{email}, https://app.example.com/u/{email}",
        "https://app.example.com/people/12345/edit, https://app.example.com/people/*/edit, ",
        "https://app.example.com/t/0b2e7c1a-5f1d-4c7e-9a11-2f64bd5a1c55, https://app.example.com/t/*, "
    })
    void an_address_becomes_a_pattern_and_where_it_is_everybodys_a_protected_page(
            String address, String pattern, String page) {
        var recipe =
                LearnedRecipe.from(run(SignOnCase.SP_FLOW), new Seen(address, Names.EMAIL, null), SignInRecipe.none());

        assertThat(recipe.signedIn()).isEqualTo(new SignedIn(pattern, null, "{email}"));
        assertThat(recipe.protectedUrl()).isEqualTo(page);
    }

    @Test
    void what_was_not_seen_stays_as_it_was() {
        var current = new SignInRecipe(
                new SignedIn(null, "#me", "Hello"),
                "https://app.example.com/a",
                null,
                new Step(null, "#out", null, null));

        assertThat(LearnedRecipe.from(run(SignOnCase.SP_FLOW), new Seen("", Names.NOBODY, ""), current))
                .isEqualTo(current);
        assertThat(LearnedRecipe.from(
                        run(SignOnCase.SP_FLOW), new Seen(null, Names.NAME, "https://app.example.com/logout"), current))
                .isEqualTo(new SignInRecipe(
                        new SignedIn(null, "#me", "{family_name}"),
                        "https://app.example.com/a",
                        null,
                        new Step("https://app.example.com/logout", null, null, null)));
    }

    @Test
    void an_app_that_hints_at_the_person_has_asked_for_the_address_first() {
        events = List.of(event(What.OIDC_REQUEST_RECEIVED, Map.of("login_hint", "ADA@acme.example")));
        var seen = new Seen(null, Names.EMAIL, null);

        var recipe = LearnedRecipe.from(run(SignOnCase.SP_FLOW), seen, SignInRecipe.none());

        assertThat(recipe.before()).hasSize(3);
        assertThat(recipe.before().get(1).type()).isEqualTo("{email}");
        assertThat(LearnedRecipe.from(run(SignOnCase.IDP_FLOW), seen, SignInRecipe.none())
                        .before())
                .isEmpty();
    }

    private static SignInEvent event(What what, Map<String, String> details) {
        return new SignInEvent(1, AdviceChecksTest.instance().id(), null, null, what, details, Instant.EPOCH);
    }

    private GuidedRun run(SignOnCase check) {
        var instance = AdviceChecksTest.instance();
        var run = new CheckRun(
                new RunId(new UUID(0, 9)),
                instance.organization(),
                instance.integration(),
                instance.submission(),
                SuiteName.SUBMISSION_TESTER,
                CheckRun.Origin.ISV,
                instance.id(),
                1,
                null,
                List.of(new CheckId(check.name())),
                CheckRun.Status.RUNNING,
                null,
                new CheckRun.Progress(0, 1, ""),
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                null);
        return new GuidedRun(
                run,
                instance,
                check,
                ScriptedLab.person("ada@acme.example"),
                URI.create("https://app.example.com/start"),
                events,
                Instant.EPOCH);
    }
}
