package dev.oin.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.account.StaffRole;
import dev.oin.gate.EvaluateGate;
import dev.oin.gate.SubmitPort;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewDesk;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.CreateSubmission;
import dev.oin.submission.HandIn;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;

/** What the team sees and may do in the engine's web applications. */
@OinSpringTest
@Import(AccountFixture.class)
@TestPropertySource(properties = "oin.workflow.worker-enabled=false")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TasklistIT {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final AccountFixture accounts;
    private final CreateSubmission create;
    private final HandIn handIn;
    private final SubmitPort team;
    private final ReviewDesk desk;
    private final TransactionTemplate transactions;
    private final ProcessEngine engine;
    private final TasklistGrants start;

    @MockitoSpyBean
    private EvaluateGate gate;

    @LocalServerPort
    private int port;

    TasklistIT(
            AccountFixture accounts,
            CreateSubmission create,
            HandIn handIn,
            SubmitPort team,
            ReviewDesk desk,
            TransactionTemplate transactions,
            ProcessEngine engine,
            TasklistGrants start) {
        this.accounts = accounts;
        this.create = create;
        this.handIn = handIn;
        this.team = team;
        this.desk = desk;
        this.transactions = transactions;
        this.engine = engine;
        this.start = start;
    }

    @BeforeEach
    void every_gate_is_open() {
        doReturn(true).when(gate).isOpenForSubmitter(any());
    }

    @Test
    void an_analyst_sees_the_teams_tasks_and_not_the_isvs() {
        aDraft(accounts.superAdmin());
        var submission = aSubmission(accounts.superAdmin());

        var tasks = staff(StaffRole.ANALYST).get(ENGINE + "/task");

        assertThat(tasks.status()).isEqualTo(200);
        assertThat(tasks.body()).contains("initialReview").doesNotContain("selectProtocols");
        assertThat(desk.taskOf(submission)).isPresent();
    }

    @Test
    void a_lead_is_an_analyst_too() {
        aSubmission(accounts.superAdmin());

        assertThat(staff(StaffRole.LEAD).get(ENGINE + "/task").body()).contains("initialReview");
    }

    @Test
    void an_analyst_claims_and_the_review_desk_hears_of_it() {
        var submission = aSubmission(accounts.superAdmin());
        var analyst = accounts.staff(StaffRole.ANALYST);
        var browser = signIn(analyst);

        var claimed = browser.post(
                ENGINE + "/task/" + task(browser, submission) + "/claim", "{\"userId\":\"" + analyst.id() + "\"}");

        assertThat(claimed.status()).isEqualTo(204);
        assertThat(desk.taskOf(submission).orElseThrow().assignee()).isEqualTo(analyst.id());
    }

    @Test
    void tasklists_own_way_of_completing_is_refused() {
        var submission = aSubmission(accounts.superAdmin());
        var browser = staff(StaffRole.ANALYST);

        var completed = browser.post(
                ENGINE + "/task/" + task(browser, submission) + "/complete",
                "{\"variables\":{\"reviewOutcome\":{\"value\":\"APPROVE\"}}}");

        assertThat(completed.status()).isGreaterThanOrEqualTo(400);
        assertThat(completed.body()).contains("completed by its own page");
        assertThat(desk.taskOf(submission)).isPresent();
    }

    /** AC-11: neither by claiming, nor by whoever gives it away. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobody_holds_a_review_of_the_own_organisation_whatever_tasklist_offers(boolean isMember) {
        var organization = accounts.organization();
        var submission = aSubmission(accounts.member(organization, MemberRole.SUPER_ADMIN));
        var insider = isMember
                ? accounts.insider(organization, StaffRole.LEAD)
                : accounts.colleague(organization, StaffRole.LEAD);
        var theirs = signIn(insider);
        var lead = staff(StaffRole.LEAD);
        var task = ENGINE + "/task/" + task(lead, submission);
        var them = "{\"userId\":\"" + insider.id() + "\"}";

        var refused = List.of(
                theirs.post(task + "/claim", them),
                theirs.post(task + "/assignee", them),
                lead.post(task + "/assignee", them),
                lead.post(task + "/delegate", them),
                theirs.post(task + "/complete", "{}"));

        assertThat(refused).allSatisfy(answer -> assertThat(answer.status()).isGreaterThanOrEqualTo(400));
        assertThat(refused.getFirst().body()).contains("Nobody reviews a submission of the own organization.");
        assertThat(desk.taskOf(submission).orElseThrow().assignee()).isNull();
    }

    @Test
    void not_even_the_engine_gives_a_review_to_somebody_who_is_no_analyst() {
        var submission = aSubmission(accounts.superAdmin());
        var task = task(staff(StaffRole.LEAD), submission);
        var manager = accounts.staff(StaffRole.MANAGER).id().toString();

        assertThatThrownBy(() -> engine.getTaskService().setAssignee(task, manager))
                .hasStackTraceContaining("Reviews are an analyst's.");

        assertThat(desk.taskOf(submission).orElseThrow().assignee()).isNull();
    }

    @Test
    void a_list_for_each_protocol_shows_the_reviews_that_speak_it() {
        var saml = aSubmission(accounts.superAdmin());
        var analyst = staff(StaffRole.ANALYST);

        assertThat(listed(analyst, "SAML 2.0 reviews")).contains(task(analyst, saml));
        assertThat(listed(analyst, "SCIM 2.0 reviews")).doesNotContain(task(analyst, saml));
    }

    @Test
    void a_review_that_was_opened_before_the_lists_by_protocol_is_described_at_the_next_start() {
        var saml = aSubmission(accounts.superAdmin());
        var analyst = staff(StaffRole.ANALYST);
        var opened = engine.getTaskService()
                .createTaskQuery()
                .taskId(task(analyst, saml))
                .singleResult();
        opened.setDescription(null);
        engine.getTaskService().saveTask(opened);
        assertThat(listed(analyst, "SAML 2.0 reviews")).doesNotContain(opened.getId());

        start.run(new DefaultApplicationArguments());
        start.run(new DefaultApplicationArguments());

        assertThat(listed(analyst, "SAML 2.0 reviews")).contains(opened.getId());
    }

    private static String listed(Visitor analyst, String filter) {
        for (var one : analyst.get(ENGINE + "/filter").json()) {
            if (one.get("name").asText().equals(filter)) {
                return analyst.get(ENGINE + "/filter/" + one.get("id").asText() + "/list")
                        .body();
            }
        }
        throw new AssertionError("There is no filter " + filter);
    }

    @Test
    void an_analyst_is_offered_lists_of_reviews() {
        assertThat(staff(StaffRole.ANALYST).get(ENGINE + "/filter").body())
                .contains(
                        "My reviews",
                        "Unclaimed reviews",
                        "All reviews by due date",
                        "Late reviews",
                        "QA and final reviews");
    }

    @Test
    void cockpit_and_the_engines_administration_are_the_administrators() {
        var analyst = staff(StaffRole.ANALYST);
        var admin = staff(StaffRole.ADMIN);

        assertThat(analyst.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        assertThat(analyst.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/camunda/app/cockpit/default/").status()).isEqualTo(200);
        assertThat(admin.get(ENGINE + "/process-definition").body()).contains("oinSubmission");
    }

    @Test
    void isvs_managers_and_strangers_stay_outside() {
        var member = accounts.superAdmin();

        assertThat(signIn(member).get(ENGINE + "/task").status()).isEqualTo(403);
        assertThat(staff(StaffRole.MANAGER).get(ENGINE + "/task").status()).isEqualTo(403);
        assertThat(new Visitor(port).get(ENGINE + "/task").status()).isEqualTo(302);
        assertThat(new Visitor(port).get("/engine-rest/task").status()).isNotEqualTo(200);
    }

    @Test
    void tasklist_learns_who_is_signed_in() {
        var analyst = accounts.staff(StaffRole.ANALYST);

        var browser = signIn(analyst);
        browser.get("/camunda/app/tasklist/default/");
        var session = browser.get("/camunda/api/admin/auth/user/default");

        assertThat(session.status()).isEqualTo(200);
        assertThat(session.json().get("userId").asText()).isEqualTo(analyst.id().toString());
        assertThat(session.body()).contains("tasklist").doesNotContain("cockpit");
    }

    @Test
    void it_has_our_name() {
        var config = staff(StaffRole.ANALYST).get("/camunda/app/tasklist/scripts/config.js");

        assertThat(config.body()).contains("vendor: 'OIN'");
    }

    private String task(Visitor browser, SubmissionId submission) {
        var found = browser.get(ENGINE + "/task?processInstanceBusinessKey=" + submission)
                .json();
        return found.get(0).get("id").asText();
    }

    private SubmissionId aSubmission(Account isv) {
        var submission = aDraft(isv);
        transactions.executeWithoutResult(transaction -> {
            handIn.handIn(submission, isv.id());
            team.submit(submission, isv.id());
        });
        return submission;
    }

    private SubmissionId aDraft(Account isv) {
        try {
            var document = new ObjectMapper().readTree("{\"protocols\":[\"SAML\"]}");
            return switch (create.create(isv.asCaller(), document)) {
                case CreateSubmission.Outcome.Created(var submission) -> submission.id();
                case CreateSubmission.Outcome other -> throw new AssertionError(other);
            };
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Visitor staff(StaffRole role) {
        return signIn(accounts.staff(role));
    }

    private Visitor signIn(Account account) {
        accounts.setPassword(account);
        var visitor = new Visitor(port);
        visitor.signIn(account.email(), AccountFixture.PASSWORD);
        return visitor;
    }
}
