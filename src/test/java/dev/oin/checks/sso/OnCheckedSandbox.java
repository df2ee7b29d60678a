package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.Caller;
import dev.oin.account.MemberRole;
import dev.oin.checks.CheckId;
import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.RequestRun;
import dev.oin.checks.RequestRun.Answer;
import dev.oin.checks.RunChecks;
import dev.oin.checks.SuiteName;
import dev.oin.kernel.AccountId;
import dev.oin.sandbox.AcmeSandbox;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.HandedIn;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.storage.database.OinSpringTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Runs of checks that are driven by hand; whoever extends this shares one application, and has an organisation of its own in each test. */
@SpringBootTest(
        classes = CheckedSandbox.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.enabled=false",
            "oin.egress.allow=127.0.0.0/8,localhost",
            "oin.checks.page-deadline=6s",
            "oin.checks.logout.session-ends=2s",
            "oin.checks.logout.partial-session-ends=1s",
            "oin.checks.logout.keys-read=5s"
        })
@ContextConfiguration(initializers = OinSpringTest.FreshDatabase.class)
abstract class OnCheckedSandbox {

    @Autowired
    JdbcClient client;

    @Autowired
    HandedIn handedIn;

    @Autowired
    People people;

    @Autowired
    GenerateInstance generate;

    @Autowired
    Assignments assignments;

    @Autowired
    Instances instances;

    @Autowired
    RequestRun requests;

    @Autowired
    RunChecks runChecks;

    @Autowired
    CheckRuns runs;

    AcmeSandbox sandbox;
    AcmeSandbox.Org org;

    @BeforeEach
    void open() {
        sandbox = new AcmeSandbox(client, handedIn, people, generate, assignments);
        org = sandbox.organization();
    }

    /** Somebody of the organisation who may do everything. */
    Caller caller() {
        return new Caller(
                new AccountId(UUID.randomUUID()),
                "isv@acme.example",
                "Ida",
                org.id(),
                Set.of(MemberRole.SUPER_ADMIN),
                Set.of());
    }

    Answer request(Instance instance, SuiteName suite, List<String> cases, Caller by) {
        var planned = cases.stream().map(CheckId::new).toList();
        return requests.request(new RequestRun.Request(instance.submission(), suite, instance.id(), planned, null), by);
    }

    CheckReport run(Instance instance, SuiteName suite, String... cases) {
        var answer = request(instance, suite, Stream.of(cases).toList(), caller());
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        var run = ((Answer.Accepted) answer).run().id();
        runChecks.run(run);
        return runs.report(run).orElseThrow();
    }
}
