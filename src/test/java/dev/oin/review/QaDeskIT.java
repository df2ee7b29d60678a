package dev.oin.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.Caller;
import dev.oin.account.MemberRole;
import dev.oin.account.Organization;
import dev.oin.account.StaffRole;
import dev.oin.checks.RequestRun;
import dev.oin.checks.SuiteName;
import dev.oin.gate.EvaluateGate;
import dev.oin.gate.SubmitPort;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.HandIn;
import dev.oin.submission.PageFixture;
import dev.oin.web.api.ApiClient;
import dev.oin.workflow.Visitor;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;

/** What a reviewer runs again and makes in QA, through the API and the workspace. */
@OinSpringTest
@Import(AccountFixture.class)
@TestPropertySource(properties = "oin.workflow.worker-enabled=false")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class QaDeskIT {

    private static final String SUITE = "{\"suite\":\"submission-tester\"}";
    private static final String INSTANCE = "{\"protocols\":[\"SAML\"]}";

    private final AccountFixture accounts;
    private final HandIn handIn;
    private final SubmitPort team;
    private final TransactionTemplate transactions;
    private final ExternalTaskService externalTasks;
    private final RunInQa run;
    private final Instances instances;
    private final People people;
    private final Assignments assignments;
    private final CleanUpQa cleanUp;
    private final JdbcClient database;

    @MockitoSpyBean
    private EvaluateGate gate;

    @LocalServerPort
    private int port;

    private Organization organization;
    private Account owner;
    private Account analyst;
    private ApiClient isv;
    private ApiClient desk;
    private String submission;

    QaDeskIT(
            AccountFixture accounts,
            HandIn handIn,
            SubmitPort team,
            TransactionTemplate transactions,
            ExternalTaskService externalTasks,
            RunInQa run,
            Instances instances,
            People people,
            Assignments assignments,
            CleanUpQa cleanUp,
            JdbcClient database) {
        this.accounts = accounts;
        this.handIn = handIn;
        this.team = team;
        this.transactions = transactions;
        this.externalTasks = externalTasks;
        this.run = run;
        this.instances = instances;
        this.people = people;
        this.assignments = assignments;
        this.cleanUp = cleanUp;
        this.database = database;
    }

    @BeforeEach
    void hand_in() {
        doReturn(true).when(gate).isOpenForSubmitter(any());
        organization = accounts.organization();
        owner = accounts.member(organization, MemberRole.SUPER_ADMIN);
        analyst = accounts.staff(StaffRole.ANALYST);
        isv = new ApiClient(port, accounts.token(owner));
        desk = new ApiClient(port, accounts.token(analyst));
        submission =
                isv.post("/submissions", "{\"protocols\":[\"SAML\",\"SCIM\"]}").text("/id");
        var page = PageFixture.pages().configuration();
        page.remove(List.of("oidc", "ul"));
        page.withObjectProperty("catalog").put("display_name", organization.slug());
        assertThat(isv.put("/submissions/" + submission + "/configuration", page.toString(), "\"1\"")
                        .status())
                .isEqualTo(200);
        var tests = PageFixture.pages().testInformation();
        tests.remove("oidc_test");
        assertThat(isv.put("/submissions/" + submission + "/test-information", tests.toString(), "\"2\"")
                        .status())
                .isEqualTo(200);
        transactions.executeWithoutResult(transaction -> {
            handIn.handIn(SubmissionId.of(submission), owner.id());
            team.submit(SubmissionId.of(submission), owner.id());
        });
    }

    @Test
    void a_rerun_is_a_token_of_its_own_on_the_submitted_instance() {
        intoQa();
        var submitted = submittedInstance();
        desk.post(review("/instances"), INSTANCE);

        var asked = desk.post(review("/runs"), SUITE);

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("/instance_id")).isEqualTo(submitted);
        assertThat(asked.text("/status")).isEqualTo("QUEUED");
        assertThat(reruns()).isEqualTo(1);
        assertThat(desk.get(review("")).body()).contains(asked.text("/id"));
    }

    @Test
    void before_qa_nothing_is_run_or_made() {
        submittedInstance();

        assertThat(desk.post(review("/runs"), SUITE).status()).isEqualTo(409);
        assertThat(desk.post(review("/instances"), INSTANCE).status()).isEqualTo(409);
        assertThat(desk.post(review("/people"), person("quinn")).status()).isEqualTo(409);
        assertThat(reruns()).isZero();
    }

    @Test
    void only_reviewers_of_other_organisations_run_and_make() {
        intoQa();
        submittedInstance();
        var manager = new ApiClient(port, accounts.token(accounts.staff(StaffRole.MANAGER)));
        var colleague =
                new Caller(analyst.id(), "a@oin.test", "A", organization.id(), Set.of(), Set.of(StaffRole.ANALYST));
        var request =
                new RequestRun.Request(SubmissionId.of(submission), SuiteName.SUBMISSION_TESTER, null, List.of(), null);

        for (var call : List.of("/runs", "/instances", "/people")) {
            var body = call.equals("/runs") ? SUITE : call.equals("/people") ? person("quinn") : INSTANCE;
            assertThat(manager.post(review(call), body).status()).isEqualTo(403);
            assertThat(isv.post(review(call), body).status()).isEqualTo(404);
            assertThat(desk.post("/reviews/" + UUID.randomUUID() + call, body).status())
                    .isEqualTo(404);
        }
        assertThat(run.request(request, colleague)).isInstanceOf(RequestRun.Answer.Forbidden.class);
        assertThat(reruns()).isZero();
    }

    @Test
    void a_colleague_who_holds_the_review_is_not_disturbed() {
        intoQa();
        submittedInstance();
        desk.post(review("/claim"), "{}");
        var other = new ApiClient(port, accounts.token(accounts.staff(StaffRole.ANALYST)));

        assertThat(other.post(review("/runs"), SUITE).status()).isEqualTo(409);
        assertThat(desk.post(review("/runs"), SUITE).status()).isEqualTo(202);
    }

    @Test
    void another_integrations_instance_is_unknown() {
        intoQa();
        var first = submittedInstance();
        hand_in();
        intoQa();

        var asked =
                desk.post(review("/runs"), "{\"suite\":\"submission-tester\",\"instance_id\":\"%s\"}".formatted(first));

        assertThat(asked.status()).isEqualTo(404);
    }

    @Test
    void what_is_made_for_qa_belongs_together_and_says_so() {
        intoQa();

        var instance = desk.post(review("/instances"), INSTANCE);
        var person = desk.post(review("/people"), person("quinn"));

        assertThat(instance.status()).isEqualTo(201);
        assertThat(instance.text("/label")).startsWith("QA: ");
        assertThat(instance.text("/version"))
                .isEqualTo(isv.get("/submissions/" + submission).text("/version"));
        assertThat(person.status()).isEqualTo(201);
        assertThat(person.body()).contains("OIN QA");
        assertThat(assignments.isAssigned(
                        new InstanceId(UUID.fromString(instance.text("/id"))),
                        new PersonId(UUID.fromString(person.text("/id")))))
                .isTrue();
        assertThat(isv.send("PATCH", "/instances/" + instance.text("/id"), "{\"label\":\"Mine\"}", "")
                        .status())
                .isEqualTo(422);
        assertThat(desk.post(
                                review("/runs"),
                                "{\"suite\":\"submission-tester\",\"instance_id\":\"%s\"}"
                                        .formatted(instance.text("/id")))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void what_was_made_is_retired_and_then_removed_when_qa_ends() {
        intoQa();
        var submitted = submittedInstance();
        var instance = new InstanceId(
                UUID.fromString(desk.post(review("/instances"), INSTANCE).text("/id")));
        var person = new PersonId(
                UUID.fromString(desk.post(review("/people"), person("quinn")).text("/id")));

        var returned = desk.post(
                review("/decision"),
                "{\"outcome\":\"RETURN\",\"issues\":[{\"check\":\"QA-1\",\"text\":\"It does not sign in.\"}]}");

        assertThat(returned.status()).isEqualTo(200);
        assertThat(instances.find(instance).filter(Instance::active)).isEmpty();
        assertThat(people.find(person).filter(Person::isActive)).isEmpty();
        cleanUp.cleanDue();
        assertThat(instances.find(instance)).isEmpty();
        assertThat(people.find(person)).isEmpty();
        assertThat(instances.find(new InstanceId(UUID.fromString(submitted))).filter(Instance::active))
                .isPresent();
    }

    @Test
    void the_workspace_runs_again_without_a_script_and_only_with_its_token() {
        intoQa();
        submittedInstance();
        accounts.setPassword(analyst);
        var browser = new Visitor(port);
        browser.signIn(analyst.email(), AccountFixture.PASSWORD);
        var page = "/review/" + submission;

        assertThat(browser.submit(page + "/runs", "suite=SUBMISSION_TESTER&instance=")
                        .status())
                .isEqualTo(403);
        assertThat(reruns()).isZero();
        assertThat(browser.get(page).body()).contains("SUBMISSION_TESTER").contains("the submitted instance");
        assertThat(browser.submit(page, page + "/runs", "suite=SUBMISSION_TESTER&instance=")
                        .status())
                .isEqualTo(302);

        assertThat(reruns()).isEqualTo(1);
        assertThat(browser.get(page).body()).contains("Submission tester is queued.");
    }

    @Test
    @Tag("T19")
    void a_rejection_is_confirmed_by_a_lead_of_the_team_and_nobody_else() {
        var reject = "{\"outcome\":\"REJECT\",\"note\":\"A page app.\"}";
        var manager = new ApiClient(port, accounts.token(accounts.staff(StaffRole.MANAGER)));
        var lead = new ApiClient(port, accounts.token(accounts.staff(StaffRole.LEAD)));
        assertThat(lead.post(review("/rejection/confirm"), "{}").status())
                .as("nothing is proposed")
                .isEqualTo(409);

        var proposed = desk.post(review("/decision"), reject);

        assertThat(proposed.text("/proposed_rejection/reason")).isEqualTo("A page app.");
        assertThat(isv.get("/submissions/" + submission).text("/state")).isEqualTo("INITIAL_REVIEW");
        assertThat(isv.post(review("/rejection/confirm"), "{}").status()).isEqualTo(404);
        assertThat(manager.post(review("/rejection/confirm"), "{}").status()).isEqualTo(403);
        assertThat(desk.post(review("/rejection/confirm"), "{}").status()).isEqualTo(409);
        assertThat(lead.post("/reviews/" + UUID.randomUUID() + "/rejection/confirm", "{}")
                        .status())
                .isEqualTo(404);

        assertThat(lead.post(review("/rejection/confirm"), "{}").status()).isEqualTo(200);

        var closed = isv.get("/submissions/" + submission);
        assertThat(closed.text("/state")).isEqualTo("REJECTED");
        assertThat(closed.text("/rejection/reason")).isEqualTo("A page app.");
        assertThat(closed.text("/rejection/appeal")).contains("@");
    }

    @Test
    void a_rejected_submission_says_why_and_is_copied_to_a_new_draft_under_its_name() {
        desk.post(review("/decision"), "{\"outcome\":\"REJECT\",\"note\":\"A <b>page</b> app.\"}");
        new ApiClient(port, accounts.token(accounts.staff(StaffRole.LEAD))).post(review("/rejection/confirm"), "{}");
        accounts.setPassword(owner);
        var browser = new Visitor(port);
        browser.signIn(owner.email(), AccountFixture.PASSWORD);
        var page = "/submissions/" + submission;

        assertThat(browser.get(page).body())
                .contains("Reason: A &lt;b&gt;page&lt;/b&gt; app.")
                .contains("Copy to a new draft")
                .contains(page + "/versions/1/clone")
                .contains("mailto:");
        var draft = isv.post(page + "/versions/1/clone", "");

        var before = isv.get(page);
        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.text("/state")).isEqualTo("DRAFT");
        assertThat(draft.text("/configuration/catalog/display_name"))
                .isEqualTo(before.text("/configuration/catalog/display_name"));
        assertThat(draft.text("/integration_id")).isNotEqualTo(before.text("/integration_id"));
        assertThat(before.text("/state")).isEqualTo("REJECTED");
    }

    @Test
    void mails_that_were_refused_or_are_late_are_shown_to_both_sides_and_nothing_in_them_is_markup() {
        database.sql("""
                        insert into mail_outbox (id, key, thread, recipients, subject, text, html, state, attempts, due_at, created_at,
                                                 bounced, failure, delayed, delay, delayed_until)
                        values (:id, :id::text, :thread, '{a@acme.test,b@acme.test}', 'Acme: <i>published</i>', '', '', 'SENT', 1, now(), now(),
                                '{a@acme.test}', '550 <script>alert(1)</script>', '{b@acme.test}', '4.4.1: timed out', now() + interval '1 day')""")
                .param("id", UUID.randomUUID())
                .param("thread", submission)
                .update();
        accounts.setPassword(owner);
        accounts.setPassword(analyst);
        var member = new Visitor(port);
        member.signIn(owner.email(), AccountFixture.PASSWORD);
        var browser = new Visitor(port);
        browser.signIn(analyst.email(), AccountFixture.PASSWORD);

        assertThat(List.of(
                        browser.get("/review/mails").body(),
                        browser.get("/review/" + submission).body(),
                        member.get("/submissions/" + submission).body()))
                .allSatisfy(page -> assertThat(page)
                        .contains(
                                "a@acme.test",
                                "Refused",
                                "550 &lt;script&gt;",
                                "b@acme.test",
                                "Delayed",
                                "4.4.1: timed out")
                        .doesNotContain("<script>alert", "<i>published"));
    }

    @Test
    void pages_of_the_desk_are_the_teams_and_posts_need_their_token() {
        accounts.setPassword(owner);
        accounts.setPassword(analyst);
        var member = new Visitor(port);
        member.signIn(owner.email(), AccountFixture.PASSWORD);
        var browser = new Visitor(port);
        browser.signIn(analyst.email(), AccountFixture.PASSWORD);
        var page = "/review/" + submission;

        for (var path : List.of("/review", page, page + "/preview", page + "/logo/0", "/review/reasons")) {
            assertThat(member.get(path).status()).as(path).isIn(403, 404);
        }
        assertThat(browser.submit("/review/bulk", "what=claim&review=" + submission)
                        .status())
                .isEqualTo(403);
        assertThat(browser.submit("/review", "/review/bulk", "what=claim&review=" + submission)
                        .status())
                .isEqualTo(302);
        assertThat(browser.get(page).body()).contains("You hold it.").contains("IR-CG-1");
        assertThat(browser.get(page + "/preview").body()).contains("What customers would see");
        assertThat(browser.submit("/review", "/review/reasons", "check=IR-LG-2&label=x&text=y")
                        .status())
                .isEqualTo(302);
        assertThat(browser.get("/review/reasons").body()).contains("Reason texts are a lead&#39;s.");
    }

    private void intoQa() {
        var items = desk.get(review("")).json().at("/checklist");
        var passed = StreamSupport.stream(items.spliterator(), false)
                .map(item -> "{\"id\":\"%s\",\"result\":\"PASS\",\"note\":\"seen\"}"
                        .formatted(item.at("/id").asText()))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(desk.put(review("/checklist"), passed, null).status()).isEqualTo(200);
        assertThat(desk.post(review("/decision"), "{\"outcome\":\"APPROVE\"}").body())
                .contains("verifyInQa");
    }

    /** Made after QA began, so that QA's own runs have nothing to wait for. */
    private String submittedInstance() {
        var instance =
                isv.post("/submissions/" + submission + "/instances", INSTANCE).text("/id");
        var person = isv.post("/people", person("ada")).text("/id");
        assertThat(isv.post("/instances/" + instance + "/assignments", "{\"person_id\":\"%s\"}".formatted(person))
                        .status())
                .isEqualTo(204);
        return instance;
    }

    private long reruns() {
        return externalTasks.createExternalTaskQuery().topicName("rerunChecks").list().stream()
                .filter(task -> submission.equals(task.getBusinessKey()))
                .count();
    }

    private String person(String name) {
        return "{\"given_name\":\"Quinn\",\"family_name\":\"Tester\",\"email\":\"%s@%s.example\"}"
                .formatted(name, organization.slug());
    }

    private String review(String call) {
        return "/reviews/" + submission + call;
    }
}
