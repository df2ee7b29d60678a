package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.Caller;
import dev.oin.account.MemberRole;
import dev.oin.benchmark.Measurement;
import dev.oin.checks.CancelRuns;
import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckResult;
import dev.oin.checks.Fault;
import dev.oin.checks.RenderReport;
import dev.oin.checks.RequestRun.Answer;
import dev.oin.checks.SideBySide;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Verdict;
import dev.oin.checks.browser.Browser;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.checks.preflight.ContactNotes;
import dev.oin.checks.sso.TinyApp.Flaw;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.AcmeSandbox;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonDetails;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Saml;
import dev.oin.submission.TestInformation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SubmissionTesterIT extends OnCheckedSandbox {

    @Autowired
    private SignInRecipes recipes;

    @Autowired
    private CancelRuns cancel;

    @Autowired
    private LeftPeople left;

    @Autowired
    private ContactNotes notes;

    @Autowired
    private RenderReport reports;

    private final TinyApp app = new TinyApp();
    private Person person;
    private Instance instance;
    private boolean jit;
    private @Nullable String startUrl;

    @BeforeEach
    void prepare() {
        person = sandbox.person(org, "ada@acme.example");
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void a_sound_app_passes_both_flows() {
        var report = tested();

        assertThat(report.run().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.results())
                .extracting(result -> result.check().value())
                .containsExactly("IDP_FLOW", "SP_FLOW");
        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.exhibits())
                        .extracting(CheckResult.ExhibitEntry::title)
                        .contains("Steps", "Where the sign-in ended", "Network traffic", "SAML response"));
    }

    /** Edge case 10 of testing-rules 8. */
    @Test
    void a_person_who_cannot_be_deleted_is_our_error_is_listed_and_deleted_at_the_next_try() {
        jit = true;
        client.sql("""
                        create function keep_people() returns trigger language plpgsql as $$
                        begin if old.made_for_run is not null then raise exception 'kept'; end if; return old; end $$;
                        create trigger keep_people before delete on sandbox_people for each row execute function keep_people()""").update();
        CheckReport report;
        try {
            install();
            report = run("JIT_IDP");
        } finally {
            client.sql("drop trigger keep_people on sandbox_people; drop function keep_people()")
                    .update();
        }

        var outcome = report.results().getFirst().outcome();
        assertThat(outcome.verdict()).isEqualTo(Verdict.ERRORED);
        assertThat(outcome.fault()).contains(Fault.PLATFORM);
        assertThat(outcome.remedy()).contains("Retry clean-up");
        var run = runs.find(report.run().id()).orElseThrow();
        assertThat(left.of(run)).extracting(Person::madeForRun).containsExactly(run.id());
        assertThat(left.retry(run)).isEmpty();
        assertThat(people.madeFor(run.id())).isEmpty();
    }

    @Test
    void an_address_that_leads_nowhere_stops_the_run_before_the_app_is_judged() {
        startUrl = "http://no-such-host.invalid/start";

        var report = tested();

        assertThat(report.results()).allSatisfy(result -> {
            assertThat(result.outcome().verdict()).isEqualTo(Verdict.FAILED);
            assertThat(result.outcome().fault()).contains(Fault.CONFIGURATION);
        });
        assertThat(notes.of(report.run().id()).orElseThrow()).contains("Stopped before your app was judged", "PF-SA-2");
    }

    @Test
    void a_new_person_is_made_signed_in_and_removed() {
        jit = true;

        var report = tested();

        assertThat(verdicts(report)).containsEntry("JIT_IDP", Verdict.PASSED);
        assertThat(people.madeFor(report.run().id())).isEmpty();
        assertThat(assignments.of(instance.id())).extracting(Person::id).containsExactly(person.id());
    }

    @Test
    void a_profile_that_cannot_be_seen_is_a_warning() {
        jit = true;
        app.with(Flaw.HIDES_THE_PROFILE);

        var report = tested();

        assertThat(verdicts(report)).containsEntry("IDP_FLOW", Verdict.PASSED).containsEntry("JIT_IDP", Verdict.WARNED);
    }

    /** As servers do that send a frame first, and its content when they have it. */
    @Test
    void a_page_is_judged_when_all_of_it_has_come() {
        jit = true;
        app.with(Flaw.SENDS_PAGES_IN_PARTS);

        assertThat(result("JIT_IDP").outcome().verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_page_that_takes_the_answer_and_leads_on_by_script_is_waited_for() {
        app.with(Flaw.LEADS_ON_BY_SCRIPT);

        assertThat(tested().run().verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_file_that_is_no_page_to_come_to_is_the_apps_fault() {
        app.with(Flaw.LEADS_TO_A_FILE);

        var result = result("IDP_FLOW");

        assertThat(result.outcome().verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.outcome().toString()).contains("no page but a file to keep");
    }

    @Test
    void a_page_that_hands_out_a_file_is_the_page_that_was_come_to() {
        app.with(Flaw.HANDS_OUT_A_FILE);

        assertThat(tested().run().verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_session_that_shows_where_the_sign_in_is_started_only_is_one() {
        jit = true;
        app.with(Flaw.LEADS_TO_A_PUBLIC_PAGE);

        assertThat(verdicts(tested()).values()).containsOnly(Verdict.PASSED);
    }

    @Test
    void a_profile_that_a_script_shows_late_is_waited_for() {
        jit = true;
        app.with(Flaw.SHOWS_THE_PROFILE_LATE);

        assertThat(verdicts(tested())).containsEntry("JIT_IDP", Verdict.PASSED);
    }

    @Test
    void a_request_for_another_address_is_the_configurations_fault() {
        app.with(Flaw.ASKS_FOR_ANOTHER_ACS);

        var result = result("SP_FLOW");

        assertThat(result.outcome().verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.outcome().fault()).contains(Fault.CONFIGURATION);
        assertThat(result.outcome().observed()).contains(app.at("/other-acs").toString());
        assertThat(result.outcome().expected()).contains(app.at("/acs").toString());
    }

    @Test
    void an_app_that_breaks_is_at_fault() {
        app.with(Flaw.BREAKS);

        assertBlamed("IDP_FLOW", Fault.APP);
    }

    @Test
    void an_app_that_names_its_settings_is_misconfigured() {
        app.with(Flaw.REFUSES_FOR_AUDIENCE);

        assertBlamed("IDP_FLOW", Fault.CONFIGURATION);
    }

    @Test
    void a_person_whom_the_app_does_not_know_is_a_matter_of_configuration() {
        app.with(Flaw.REFUSES_UNKNOWN_PEOPLE);

        var result = assertBlamed("IDP_FLOW", Fault.CONFIGURATION);

        assertThat(result.outcome().remedy()).contains("ada@acme.example");
    }

    @Test
    void an_app_that_asks_another_provider_is_misconfigured() {
        app.with(Flaw.ASKS_ANOTHER_PROVIDER);

        assertBlamed("SP_FLOW", Fault.CONFIGURATION);
    }

    @Test
    void a_missing_start_page_is_a_matter_of_configuration() {
        app.with(Flaw.START_IS_MISSING);

        assertBlamed("SP_FLOW", Fault.CONFIGURATION);
    }

    @Test
    void an_app_that_sends_people_round_and_round_is_at_fault() {
        app.with(Flaw.LOOPS);

        assertBlamed("IDP_FLOW", Fault.APP);
    }

    @Test
    void an_app_that_leads_whom_it_refuses_round_in_a_circle_is_at_fault() {
        app.with(Flaw.REFUSES_IN_A_CIRCLE);

        assertBlamed("IDP_FLOW", Fault.APP);
    }

    @Test
    void the_same_page_without_a_session_proves_nothing() {
        app.with(Flaw.STARTS_NO_SESSION);

        assertThat(result("IDP_FLOW").outcome().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void words_of_refusal_on_the_sign_in_page_are_no_session() {
        app.with(Flaw.SAYS_NO_ONCE);

        var result = assertBlamed("IDP_FLOW", Fault.CONFIGURATION);

        assertThat(result.outcome().observed()).contains("The signature is invalid.");
    }

    @Test
    void a_page_at_the_answers_address_is_no_session_though_it_differs_each_time() {
        app.with(Flaw.SAYS_NO_IN_PLACE);

        var outcome = result("IDP_FLOW").outcome();

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.observed()).contains("Tracking number");
    }

    @Test
    void a_page_that_waits_for_a_click_asks_for_a_recipe_and_passes_with_it() {
        app.with(Flaw.START_IS_A_PAGE);
        assertThat(result("SP_FLOW").outcome().verdict()).isEqualTo(Verdict.INCONCLUSIVE);

        var problems = keepRecipe(
                new SignInRecipe.SignedIn(null, "#who", "{email}"),
                opened("/start"),
                new SignInRecipe.Step(null, "#sso", null, null));

        assertThat(problems).isEmpty();
        assertThat(runs.latest(instance.id(), SuiteName.SUBMISSION_TESTER, instance.editedAt()))
                .isEmpty();
        assertThat(again("SP_FLOW").outcome().verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void steps_that_open_nothing_begin_at_the_sp_initiate_url() {
        app.with(Flaw.START_IS_A_PAGE);
        install();

        keepRecipe(new SignInRecipe.SignedIn(null, "#who", "{email}"), new SignInRecipe.Step(null, "#sso", null, null));

        assertThat(again("SP_FLOW").outcome().verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_step_after_a_click_waits_until_the_browser_is_where_the_click_leads() {
        app.with(Flaw.START_ASKS_FOR_A_CHOICE);
        install();
        recipes.save(
                instance.submission(),
                Protocol.SAML,
                new SignInRecipe(
                        null,
                        null,
                        List.of(
                                new SignInRecipe.Step(app.at("/start").toString(), null, null, null),
                                new SignInRecipe.Step(null, "#choose", null, null),
                                new SignInRecipe.Step(app.at("/start/request").toString(), null, null, null)),
                        null));

        var outcome = again("SP_FLOW").outcome();

        assertThat(outcome.verdict()).as(outcome.observed()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void what_a_recipe_types_reaches_the_app_and_nothing_that_is_kept() {
        var code = "Ab/ 7+'&<\"ü-company";
        app.with(Flaw.START_ASKS_FOR_A_CODE);
        install();
        keepRecipe(
                null,
                opened("/start"),
                new SignInRecipe.Step(null, null, code, "#code"),
                new SignInRecipe.Step(null, "#next", null, null),
                new SignInRecipe.Step(null, "#sso", null, null));

        var report = run("SP_FLOW");

        assertThat(report.results().getFirst().outcome().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(app.codes()).contains(code);
        var kept = new ArrayList<String>();
        report.results()
                .getFirst()
                .exhibits()
                .forEach(entry -> kept.add(new String(
                        runs.exhibit(report.run().id(), entry.id())
                                .orElseThrow()
                                .content(),
                        StandardCharsets.UTF_8)));
        client.sql("select t::text from sign_in_recipes t")
                .query(String.class)
                .list()
                .forEach(kept::add);
        for (var format : RenderReport.Format.values()) {
            kept.add(reports.render(report.run().id(), format).orElseThrow().text());
        }
        kept.add(recipes.shown(instance.submission(), Protocol.SAML).toString());
        assertThat(kept)
                .hasSizeGreaterThan(9)
                .filteredOn(text -> text.contains("-company"))
                .isEmpty();
    }

    @Test
    void a_recipe_whose_sign_is_missing_fails() {
        install();
        keepRecipe(new SignInRecipe.SignedIn(null, "#nowhere", null));

        assertThat(again("IDP_FLOW").outcome().verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void an_app_that_is_down_is_nobodys_failure() {
        install();
        app.close();

        var result = again("IDP_FLOW");

        assertThat(result.outcome().verdict()).isEqualTo(Verdict.ERRORED);
        assertThat(result.outcome().fault()).contains(Fault.NETWORK);
    }

    @Test
    void a_resumed_run_sweeps_the_people_of_the_attempt_that_died() {
        var run = aRunThatMadeSomebody();

        runChecks.run(run);

        assertThat(people.madeFor(run)).isEmpty();
    }

    @Test
    void a_cancelled_run_sweeps_the_people_that_it_made() {
        var run = aRunThatMadeSomebody();

        cancel.cancel(run, "Enough.");

        assertThat(people.madeFor(run)).isEmpty();
    }

    @Test
    void only_who_may_test_gets_a_run() {
        install();
        var stranger = new Caller(
                new AccountId(UUID.randomUUID()),
                "eve@other.example",
                "Eve",
                new OrganizationId(UUID.randomUUID()),
                Set.of(MemberRole.SUPER_ADMIN),
                Set.of());
        var reader = new Caller(
                new AccountId(UUID.randomUUID()),
                "r@acme.example",
                "Rea",
                org.id(),
                Set.of(MemberRole.READ_ONLY),
                Set.of());

        assertThat(request(SuiteName.SUBMISSION_TESTER, List.of(), stranger)).isInstanceOf(Answer.NotFound.class);
        assertThat(request(SuiteName.SUBMISSION_TESTER, List.of(), reader)).isInstanceOf(Answer.Forbidden.class);
        assertThat(request(SuiteName.SAML_SECURITY, List.of(), caller())).isInstanceOf(Answer.NotOffered.class);
        assertThat(request(SuiteName.SUBMISSION_TESTER, List.of("JIT_SP"), caller()))
                .isInstanceOf(Answer.Refused.class);
    }

    private Answer request(SuiteName suite, List<String> cases, Caller by) {
        return request(instance, suite, cases, by);
    }

    @Test
    void nothing_that_opens_a_session_is_kept() {
        var report = tested();

        for (var result : report.results()) {
            for (var entry : result.exhibits()) {
                var kept = new String(
                        runs.exhibit(report.run().id(), entry.id())
                                .orElseThrow()
                                .content(),
                        StandardCharsets.UTF_8);
                assertThat(kept).doesNotContain("oin-ticket.").doesNotContainPattern("tiny=[0-9a-f]");
                assertThat(kept).doesNotContainPattern("SignatureValue[^>]*>\\s*[A-Za-z0-9+/]");
            }
        }
    }

    /** Prints what a warm case costs beside the same way scripted bare in the same browser. */
    @Test
    @Tag("benchmark")
    void a_warm_case_against_the_bare_script(@Autowired Browser browser, @Autowired SandboxAddresses addresses) {
        measureWarm("", browser, addresses);
    }

    /** A page with a script has to be watched for a moment after it has loaded. */
    @Test
    @Tag("benchmark")
    void a_warm_case_on_pages_with_scripts(@Autowired Browser browser, @Autowired SandboxAddresses addresses) {
        app.withScripts();
        measureWarm(", pages with scripts", browser, addresses);
    }

    private void measureWarm(String which, Browser browser, SandboxAddresses addresses) {
        install();
        var home = URI.create(addresses.home(org.id()));
        again("IDP_FLOW");
        var terms = Browser.Terms.within(Duration.ofSeconds(60));
        var bare = new ArrayList<Long>();
        var quick = new ArrayList<Long>();
        var cases = new ArrayList<Long>();
        for (var round = 0; round < 8; round++) {
            bare.add(Measurement.millis(() -> browser.inFreshContext(terms, tab -> bare(tab, home, false))));
            quick.add(Measurement.millis(() -> browser.inFreshContext(terms, tab -> bare(tab, home, true))));
            cases.add(Measurement.millis(
                    () -> assertThat(again("IDP_FLOW").outcome().verdict()).isEqualTo(Verdict.PASSED)));
        }
        Measurement.ofMillis("Warm IdP-flow case, SAML" + which, bare, cases).print();
        Measurement.ofMillis("Warm IdP-flow case, SAML, sign-in form filled in one step by both" + which, quick, cases)
                .print();
    }

    /** Prints how long two cases side by side take, one for each core, beside two bare scripts side by side. */
    @Test
    @Tag("benchmark")
    void two_cases_side_by_side_against_two_bare_scripts(
            @Autowired Browser browser, @Autowired SandboxAddresses addresses) {
        install();
        var home = URI.create(addresses.home(org.id()));
        run();
        var terms = Browser.Terms.within(Duration.ofSeconds(60));
        var bare = new ArrayList<Long>();
        var cases = new ArrayList<Long>();
        for (var round = 0; round < 16; round++) {
            bare.add(Measurement.millis(() -> SideBySide.run(
                    2, List.of(1, 2), which -> browser.inFreshContext(terms, tab -> bare(tab, home, false)))));
            cases.add(Measurement.millis(() -> assertThat(run().results())
                    .hasSize(2)
                    .allMatch(result -> result.outcome().verdict() == Verdict.PASSED)));
        }
        Measurement.ofMillis("Two cases side by side", bare, cases).print();
    }

    /** On demand: {@code -Doin.endurance.cases=1000}; twenty browsers are killed on the way. */
    @Test
    @Tag("benchmark")
    void a_thousand_cases_and_twenty_killed_browsers() {
        install();
        var runsToMake = Integer.getInteger("oin.endurance.cases", 40) / 2;
        var every = Math.max(2, runsToMake / 20);
        var odd = new ArrayList<CheckResult>();
        var undisturbed = new ArrayList<Long>();
        var took = Measurement.millis(() -> {
            for (var number = 1; number <= runsToMake; number++) {
                var killed = number % every == 0;
                if (killed) {
                    app.onNextAnswer(SubmissionTesterIT::killBrowser);
                }
                var millis = Measurement.millis(() -> run().results().stream()
                        .filter(result -> result.outcome().verdict() != Verdict.PASSED)
                        .forEach(odd::add));
                if (!killed) {
                    undisturbed.add(millis);
                }
            }
        });

        assertThat(odd).isEmpty();
        assertThat(app.leaks()).isZero();
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(browsers()).hasSizeLessThanOrEqualTo(1);
            assertThat(profiles()).hasSizeLessThanOrEqualTo(1);
        });
        new Measurement("Tester cases in a row, " + 2 * runsToMake + ", browsers killed on the way", null, took, "ms")
                .print();
        Measurement.ofMillis("Two cases side by side, where no browser was killed", null, undisturbed)
                .print();
    }

    private static void killBrowser() {
        browsers().forEach(ProcessHandle::destroyForcibly);
    }

    /** The browsers' main processes, each the child of a driver of ours. */
    private static List<ProcessHandle> browsers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("chromium"))
                .filter(process -> process.parent()
                        .flatMap(parent -> parent.info().command())
                        .filter(command -> command.contains("chromedriver"))
                        .isPresent())
                .toList();
    }

    private static List<Path> profiles() {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("oin-browser-"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean bare(BrowserTab tab, URI home, boolean inOneStep) {
        var patience = Duration.ofSeconds(30);
        tab.open(home);
        if (inOneStep) {
            tab.submit(Map.of("#email", "ada@acme.example", "#password", AcmeSandbox.PASSWORD), "#sign-in");
        } else {
            tab.await(patience, () -> tab.type("#email", "ada@acme.example"));
            tab.type("#password", AcmeSandbox.PASSWORD);
            tab.click("#sign-in");
        }
        tab.await(patience, () -> tab.click("#app-" + instance.id()));
        return tab.await(patience, () -> tab.shows("#who"));
    }

    private RunId aRunThatMadeSomebody() {
        install();
        var run = ((Answer.Accepted) request(SuiteName.SUBMISSION_TESTER, List.of("IDP_FLOW"), caller()))
                .run()
                .id();
        people.addForRun(org.id(), new PersonDetails("Left", "Behind", "left@example.com"), run);
        return run;
    }

    private List<Problem> keepRecipe(SignInRecipe.@Nullable SignedIn sign, SignInRecipe.Step... before) {
        return recipes.save(instance.submission(), Protocol.SAML, new SignInRecipe(sign, null, List.of(before), null));
    }

    private SignInRecipe.Step opened(String path) {
        return new SignInRecipe.Step(app.at(path).toString(), null, null, null);
    }

    private CheckResult assertBlamed(String check, Fault fault) {
        var result = result(check);
        assertThat(result.outcome().verdict()).as(result.outcome().observed()).isEqualTo(Verdict.FAILED);
        assertThat(result.outcome().fault()).contains(fault);
        assertThat(result.outcome().remedy()).isNotBlank();
        return result;
    }

    private CheckReport tested() {
        install();
        return run();
    }

    private CheckResult result(String check) {
        install();
        return again(check);
    }

    private CheckResult again(String check) {
        return run(check).results().getFirst();
    }

    private CheckReport run(String... cases) {
        return run(instance, SuiteName.SUBMISSION_TESTER, cases);
    }

    private void install() {
        var content = new Content(
                Set.of(Protocol.SAML),
                new Configuration(null, null, null, saml(), null, null),
                null,
                new TestInformation(
                        null,
                        null,
                        null,
                        null,
                        null,
                        new TestInformation.SamlTest(
                                true,
                                true,
                                jit,
                                startUrl == null ? app.at("/start").toString() : startUrl,
                                "Open it.")));
        var submission = handedIn.draft(org.id(), content);
        var outcome = generate.generate(
                submission.id(),
                new GenerateInstance.Order(Instance.Kind.CURRENT, Set.of(Protocol.SAML), "Tiny", Map.of()),
                new AccountId(UUID.randomUUID()));
        var generated = ((GenerateInstance.Outcome.Generated) outcome).instance();
        assignments.assign(generated.id(), person.id(), org.id());
        instance = instances.find(generated.id()).orElseThrow();
        var addresses = instances.addresses(instance).saml();
        assertThat(addresses).isNotNull();
        app.connectedTo(addresses.ssoUrl());
    }

    private Saml saml() {
        return new Saml(
                app.at("/acs").toString(),
                List.of(),
                app.at("/saml").toString(),
                List.of(new Saml.Attribute("first", "user.firstName"), new Saml.Attribute("last", "user.lastName")),
                List.of(),
                "https://app.example/guide");
    }

    private static Map<String, @Nullable Verdict> verdicts(CheckReport report) {
        var all = new HashMap<String, @Nullable Verdict>();
        report.results()
                .forEach(result ->
                        all.put(result.check().value(), result.outcome().verdict()));
        return all;
    }
}
