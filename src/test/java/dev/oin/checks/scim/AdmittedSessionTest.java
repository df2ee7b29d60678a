package dev.oin.checks.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.checks.Fault;
import dev.oin.checks.MadeInApps;
import dev.oin.checks.Outcome;
import dev.oin.checks.Verdict;
import dev.oin.checks.scim.ScimFixture.Weakness;
import dev.oin.egress.EgressFixture;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.scim.CredentialTrial;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimServer;
import dev.oin.submission.Scim;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.vault.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;

/** What becomes of a suite where credentials are refused, and of what a killed one left. */
class AdmittedSessionTest {

    private static final ScimCheckProperties PROPERTIES =
            new ScimCheckProperties("OinTest", "oin-test.example.com", "x@y.example", Duration.ZERO, Duration.ZERO);
    private final List<String> book = new ArrayList<>();

    @Test
    void wrong_credentials_are_one_verdict_not_fifty() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            var wrong = new ScimServer(fixture.scimServer().base(), new Secret("Bearer wrong"));

            var run = Collected.of(strict(wrong, Ledger.NONE), StrictSuite.all());

            assertThat(run.with(Verdict.FAILED)).hasSize(1);
            assertThat(run.with(Verdict.INCONCLUSIVE)).hasSize(StrictSuite.all().size() - 1);
            var first = run.of(run.with(Verdict.FAILED).getFirst());
            assertThat(first).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.blame()).isEqualTo(Fault.CONFIGURATION);
                assertThat(failed.remedy()).contains("The token is wrong");
            });
            assertThat(fixture.calls())
                    .as("tried in both forms, then not again")
                    .hasSize(2);
        }
    }

    @Test
    void credentials_that_end_on_the_way_stop_the_rest() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            var header = new AtomicReference<>(fixture.scimServer().authorization());
            var server = new ScimServer(fixture.scimServer().base(), header::get);
            var session = spec(server);
            var checks = SpecAssertions.all();
            var seen = new Collected();

            assertThat(session.verify(checks.getFirst(), seen)).isInstanceOf(Outcome.Passed.class);
            header.set(new Secret("Bearer ended"));
            var afterwards = checks.stream()
                    .skip(12)
                    .limit(10)
                    .map(check -> session.verify(check, seen).verdict())
                    .toList();

            assertThat(afterwards).startsWith(Verdict.FAILED).containsOnlyOnce(Verdict.FAILED);
            assertThat(afterwards.subList(1, 10)).containsOnly(Verdict.INCONCLUSIVE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Weakness.class,
            names = {"LEADS_TO_A_PAGE", "ANSWERS_WITH_A_PAGE"})
    void an_address_where_no_scim_server_answers_is_one_verdict_and_the_configurations_fault(Weakness weakness) {
        try (var fixture = new ScimFixture(weakness)) {
            var run = Collected.of(strict(fixture.scimServer(), Ledger.NONE), StrictSuite.all());

            assertThat(run.with(Verdict.FAILED)).hasSize(1);
            assertThat(run.of(run.with(Verdict.FAILED).getFirst()))
                    .isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                        assertThat(failed.blame()).isEqualTo(Fault.CONFIGURATION);
                        assertThat(failed.remedy()).contains("SCIM base URL");
                    });
        }
    }

    @Test
    void a_sound_server_is_not_stopped() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            var run = Collected.of(spec(fixture.scimServer()), List.copyOf(SpecAssertions.all()));

            assertThat(run.with(Verdict.PASSED)).hasSize(SpecAssertions.all().size());
        }
    }

    @Test
    void what_a_killed_run_left_in_the_app_is_in_the_book_and_can_be_swept() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            var lab = lab(fixture.scimServer(), ledger());
            lab.withUser(user -> new Observation.Right("killed here"));
            lab.withUser(user -> new Observation.Right("and here"));
            assertThat(fixture.users()).hasSize(3);

            var client = new ScimClient(
                    EgressFixture.loopbackOnly(), new ObjectMapper(), fixture.scimServer(), new SeenTraffic());
            List.copyOf(book)
                    .forEach(path -> assertThat(Ledger.remove(client, path)).isTrue());

            assertThat(fixture.users()).hasSize(1);
        }
    }

    @Test
    void what_a_run_was_about_to_make_when_it_was_killed_is_found_by_name() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            var throwAways = new ThrowAways(client(fixture), ledger());
            var user = lab(fixture.scimServer(), Ledger.NONE).newUser();
            throwAways.expect("POST", "/Users", user.toString());
            client(fixture).post("/Users", user);
            var left = new MadeInApps.Made(
                    new RunId(UUID.randomUUID()),
                    book.getFirst(),
                    user.path("userName").asText());

            Ledger.sweep(Mockito.mock(MadeInApps.class), List.of(left), client(fixture));

            assertThat(fixture.users()).hasSize(1);
        }
    }

    private static ScimClient client(ScimFixture fixture) {
        return new ScimClient(
                EgressFixture.loopbackOnly(), new ObjectMapper(), fixture.scimServer(), new SeenTraffic());
    }

    @Test
    void a_run_that_ends_leaves_an_empty_book() {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            Collected.of(strict(fixture.scimServer(), ledger()), StrictSuite.all());

            assertThat(book).isEmpty();
            assertThat(fixture.users()).hasSize(1);
        }
    }

    private Ledger ledger() {
        return new Ledger() {

            @Override
            public void made(String path, String name) {
                book.add(path);
            }

            @Override
            public void removed(String path) {
                book.remove(path);
            }
        };
    }

    private static AdmittedSession strict(ScimServer server, Ledger ledger) {
        var declared = new Scim(
                "https://x.example",
                null,
                AuthMode.BEARER,
                null,
                List.of(Scim.UserOperation.values()),
                null,
                null,
                null,
                null);
        var traffic = new SeenTraffic();
        var session = new StrictSession(lab(server, ledger), traffic, declared, server.authorization());
        return new AdmittedSession(session, server, () -> trial(server));
    }

    private static AdmittedSession spec(ScimServer server) {
        var traffic = new SeenTraffic();
        var script = new SpecScript(
                new ScimClient(EgressFixture.loopbackOnly(), new ObjectMapper(), server, traffic),
                traffic,
                true,
                person(),
                PROPERTIES.unknownUser());
        return new AdmittedSession(new ScriptedSession(script, server.authorization()), server, () -> trial(server));
    }

    private static ScimLab lab(ScimServer server, Ledger ledger) {
        return new ScimLab(
                new ScimClient(EgressFixture.loopbackOnly(), new ObjectMapper(), server, new SeenTraffic()),
                person(),
                ledger,
                Arrival.AT_ONCE);
    }

    private static TestPerson person() {
        return TestPerson.of(new RunId(UUID.randomUUID()), 0, PROPERTIES);
    }

    private static dev.oin.sandbox.scim.Admission trial(ScimServer server) {
        return new CredentialTrial(EgressFixture.loopbackOnly(), new ObjectMapper(), AuthMode.BEARER, Clock.systemUTC())
                .of(server, Optional.empty());
    }
}
