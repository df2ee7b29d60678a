package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.Verdict;
import dev.oin.checks.sso.Attempt.Delivered;
import dev.oin.checks.sso.Attempt.Delivery;
import dev.oin.checks.sso.Attempt.Proof.RecipeProvesNothing;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Person;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppRefusalTest {

    private static final URI ACS = URI.create("https://app.example/acs");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | 404 | CONFIGURATION | There is nothing at https://app.example/acs that takes answers
            302 | 404 | APP           | The app took the answer at https://app.example/acs and then sent the person to a page that does not exist
            200 | 500 | APP           | The app broke while it handled a valid answer
            403 | 403 | APP           | The app refused a valid answer
            """)
    void the_remedy_names_the_place_that_failed(int atAcs, int atRest, Fault blame, String remedy) {
        var rest = new Page(URI.create("https://app.example/"), atRest, "", "Not what was asked for");
        var delivered = new Delivered(
                new Delivery(ACS, atAcs, Optional.empty(), Optional.empty()), rest, new RecipeProvesNothing());

        var outcome = new AppRefusal(SignOnCase.IDP_FLOW, app(), ada(), List.of()).outcome(delivered);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.blame()).isEqualTo(blame);
            assertThat(failed.remedy()).startsWith(remedy);
        });
    }

    @Test
    void a_missing_page_for_errors_tells_of_a_refusal() {
        var rest = new Page(URI.create("https://app.example/saml/errorMsg.jsp"), 404, "", "AUTHENTICATION_FAIL");
        var delivered = new Delivered(
                new Delivery(ACS, 302, Optional.empty(), Optional.empty()), rest, new RecipeProvesNothing());

        assertThat(new AppRefusal(SignOnCase.SP_FLOW, app(), ada(), List.of()).outcome(delivered))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.remedy()).startsWith("The app refused a valid answer"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The assertion of the Response is not encrypted and the SP require it | CONFIGURATION | The sandbox signs its answers and does not encrypt them
            Unsolicited response                                                 | CONFIGURATION | The app takes only answers that it asked for
            Current time is on or after NotOnOrAfter                             | APP           | Set the clock of the app's server
            Signature validation failed. SAML Response rejected                  | CONFIGURATION | The app's settings probably differ
            User with email ada@acme.test already exists. Add to existing account | CONFIGURATION | The app has an account with this e-mail address
            We could not find an account for ada@acme.test.                      | CONFIGURATION | The person is probably unknown to the app
            Could not authenticate you because "invalid ticket"                  | APP           | The app refused a valid answer
            """)
    void the_remedy_follows_the_apps_words(String words, Fault blame, String remedy) {
        var entrance = new Page(URI.create("https://app.example/login"), 200, "", "Sign in");
        var delivered = new Delivered(
                new Delivery(ACS, 302, Optional.empty(), Optional.empty()),
                entrance,
                new Attempt.Proof.OnlyWords(words, entrance));

        var outcome = new Judgement(SignOnCase.IDP_FLOW, app(), ada(), List.of(), new Profile(List.of())).of(delivered);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.observed()).contains(words, "https://app.example/login");
            assertThat(failed.blame()).isEqualTo(blame);
            assertThat(failed.remedy()).startsWith(remedy);
        });
    }

    @Test
    void words_that_refuse_nothing_ask_for_a_recipe() {
        var entrance = new Page(URI.create("https://app.example/"), 200, "", "Sign in");
        var delivered = new Delivered(
                new Delivery(ACS, 302, Optional.empty(), Optional.empty()),
                entrance,
                new Attempt.Proof.OnlyWords("Signed in successfully.", entrance));

        assertThat(new Judgement(SignOnCase.IDP_FLOW, app(), ada(), List.of(), new Profile(List.of())).of(delivered))
                .isInstanceOfSatisfying(
                        Outcome.Inconclusive.class,
                        open -> assertThat(open.remedy()).startsWith("Enter a sign-in recipe"));
    }

    @ParameterizedTest
    @CsvSource({"The cookie sid was not sent to /home, WARNED", ", PASSED"})
    void a_session_that_only_another_page_shows_is_a_warning_where_a_cookie_was_lost(String lost, Verdict expected) {
        var welcome = new Page(URI.create("https://app.example/welcome"), 200, "", "Welcome");
        var home = new Page(URI.create("https://app.example/home"), 200, "", "Dashboard");
        var delivered = new Delivered(
                new Delivery(ACS, 302, Optional.empty(), Optional.ofNullable(lost)),
                welcome,
                new Attempt.Proof.ByEntrance(home, welcome));

        assertThat(new Judgement(SignOnCase.SP_FLOW, app(), ada(), List.of(), new Profile(List.of()))
                        .of(delivered)
                        .verdict())
                .isEqualTo(expected);
    }

    @Test
    void an_entrance_without_a_word_may_be_a_refusal_and_may_be_the_wrong_page() {
        var entrance = new Page(URI.create("https://app.example/"), 200, "", "Sign in");
        var delivered = new Delivered(
                new Delivery(ACS, 302, Optional.empty(), Optional.empty()),
                entrance,
                new Attempt.Proof.SameWithout(entrance));

        assertThat(new Judgement(SignOnCase.IDP_FLOW, app(), ada(), List.of(), new Profile(List.of())).of(delivered))
                .isInstanceOfSatisfying(
                        Outcome.Inconclusive.class,
                        open -> assertThat(open.remedy())
                                .startsWith(
                                        "If nobody is signed in on the screenshot: The app refused a valid answer; look into its log.")
                                .contains("Otherwise: Enter a sign-in recipe"));
    }

    private static App app() {
        return new App(Protocol.SAML, List.of(ACS), null, null, URI.create("https://idp.example/"));
    }

    private static Person ada() {
        return new Person(
                new PersonId(new UUID(0, 1)),
                new OrganizationId(new UUID(0, 2)),
                "Ada",
                "Lovelace",
                "ada@acme.test",
                Person.Status.ACTIVE,
                List.of(),
                null,
                Instant.EPOCH);
    }
}
