package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Person;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInFormTest {

    private static final URI SANDBOX = URI.create("https://idp.example/sandbox/acme");
    private static final App APP =
            new App(Protocol.SAML, List.of(URI.create("https://app.example/acs")), null, null, SANDBOX);
    private static final Person ADA = new Person(
            new PersonId(new UUID(0, 1)),
            new OrganizationId(new UUID(0, 2)),
            "Ada",
            "Lovelace",
            "ada@acme.example",
            Person.Status.ACTIVE,
            List.of(),
            null,
            Instant.EPOCH);

    private final SignInPageTab tab = new SignInPageTab(SANDBOX.resolve("/sandbox/acme/login"));
    private final SignInForm form = new SignInForm(tab, APP, Duration.ofSeconds(15));

    @Test
    void lets_the_person_in() {
        assertThat(form.enter(ADA, "ticket")).isEmpty();
        assertThat(tab.typed()).containsEntry("#email", "ada@acme.example").containsEntry("#password", "ticket");
    }

    @Test
    void fills_the_form_in_again_when_the_click_was_lost() {
        tab.losesClicks(2);

        assertThat(form.enter(ADA, "ticket")).isEmpty();
    }

    @Test
    void a_form_that_is_never_sent_refused_nobody() {
        tab.losesClicks(3);

        assertThat(form.enter(ADA, "ticket"))
                .get()
                .asString()
                .startsWith("The sign-in page was filled in, but never sent");
    }

    @Test
    void says_why_the_page_refuses_the_person() {
        tab.answers(401, "The address or the password is wrong.");

        assertThat(form.enter(ADA, "ticket"))
                .contains("The sign-in page refused the person: The address or the password is wrong.");
    }

    @Test
    void an_answer_that_never_comes_is_no_refusal() {
        tab.answers(0, "");

        assertThat(form.enter(ADA, "ticket")).contains("The sign-in page did not answer within 15 s.");
    }

    @Test
    void sends_a_ticket_once() {
        tab.answers(401, "Wrong.");

        form.enter(ADA, "ticket");

        assertThat(tab.exchanges())
                .filteredOn(exchange -> exchange.method().equals("POST"))
                .hasSize(1);
    }
}
