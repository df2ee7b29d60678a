package dev.oin.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.sandbox.Instance;
import dev.oin.submission.DraftDeleted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunExecutionIT {

    private static final Outcome PASSED = new Outcome.Passed("It works.", "It does.");
    private static final Outcome WARNED = new Outcome.Warned(Fault.APP, "It works well.", "It works.", "Look at it.");
    private static final Outcome FAILED = new Outcome.Failed(Fault.APP, "It works.", "It does not.", "Repair it.");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

    @Test
    void runs_every_planned_check_and_ends_with_the_worst_verdict() {
        var suite = tester().check("IDP_FLOW", PASSED).check("SP_FLOW", WARNED).check("OTHER", FAILED);
        var engine = new RunEngine(clock, suite);
        var run = engine.queued(SuiteName.SUBMISSION_TESTER, clock, "IDP_FLOW", "SP_FLOW");

        var ending = engine.execution.run(run.id());

        assertThat(ending).isEqualTo(new RunChecks.Ending.Finished(Verdict.WARNED));
        assertThat(suite.log).containsExactly("open", "IDP_FLOW", "SP_FLOW", "close");
        assertThat(engine.runs.report(run.id()).orElseThrow()).satisfies(report -> {
            assertThat(report.results()).extracting(CheckResult::outcome).containsExactly(PASSED, WARNED);
            assertThat(report.run().status()).isEqualTo(CheckRun.Status.FINISHED);
            assertThat(report.run().progress()).isEqualTo(new CheckRun.Progress(2, 2, ""));
            assertThat(report.run().expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(48)));
        });
    }

    @Test
    void a_resumed_run_repeats_only_what_has_no_result() {
        var crash = new AtomicInteger();
        var suite = tester().check("IDP_FLOW", PASSED).check("SP_FLOW", evidence -> {
            if (crash.getAndIncrement() == 0) {
                throw new StackOverflowError("the process dies here");
            }
            return PASSED;
        });
        var dead = new RunEngine(clock, suite);
        var run = dead.queued(SuiteName.SUBMISSION_TESTER, clock, "IDP_FLOW", "SP_FLOW");
        assertThat(catchThrowable(() -> dead.execution.run(run.id()))).isNotNull();
        var later = Clock.fixed(NOON.plusSeconds(61), ZoneOffset.UTC);

        var ending = new RunEngine(dead.database, later, suite).execution.run(run.id());

        assertThat(ending).isEqualTo(new RunChecks.Ending.Finished(Verdict.PASSED));
        assertThat(suite.log).containsExactly("open", "IDP_FLOW", "SP_FLOW", "close", "open", "SP_FLOW", "close");
    }

    @Test
    void another_node_leaves_a_run_alone_while_its_lease_lasts() throws Exception {
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var suite = tester().check("IDP_FLOW", evidence -> {
            inside.countDown();
            await(goOn);
            return PASSED;
        });
        var one = new RunEngine(Clock.systemUTC(), suite);
        var other = new RunEngine(one.database, Clock.systemUTC(), suite);
        var run = one.queued(SuiteName.SUBMISSION_TESTER, Clock.systemUTC(), "IDP_FLOW");
        var executing = CompletableFuture.supplyAsync(() -> one.execution.run(run.id()));
        await(inside);

        var ending = other.execution.run(run.id());
        goOn.countDown();

        assertThat(ending).isInstanceOf(RunChecks.Ending.HeldElsewhere.class);
        assertThat(executing.get(10, TimeUnit.SECONDS)).isEqualTo(new RunChecks.Ending.Finished(Verdict.PASSED));
    }

    @Test
    void a_worker_that_lost_its_lease_records_nothing() {
        var suite = tester().check("IDP_FLOW", PASSED);
        var engine = new RunEngine(clock, suite);
        var run = engine.queued(SuiteName.SUBMISSION_TESTER, clock, "IDP_FLOW");
        var late = engine.leases.claim(run.id(), NOON, NOON.plusSeconds(60)).orElseThrow();
        assertThat(engine.leases.claim(run.id(), NOON.plusSeconds(61), NOON.plusSeconds(121)))
                .isPresent();

        var recorded = engine.record.record(
                late, suite.checks().getFirst(), 0, new CheckAttempts(clock).failed(new IllegalStateException("late")));

        assertThat(recorded).isFalse();
        assertThat(engine.results.of(run.id())).isEmpty();
        assertThat(engine.leases.extend(late, NOON.plusSeconds(300))).isFalse();
    }

    @Test
    void a_cancelled_run_keeps_its_results_and_stops() {
        var engines = new CopyOnWriteArrayList<RunEngine>();
        var suite = tester();
        suite.check("IDP_FLOW", PASSED).check("SP_FLOW", evidence -> {
            engines.getFirst().cancellations.cancel(engines.getFirst().runOnly().id(), "Enough.");
            return PASSED;
        });
        suite.check("JIT_IDP", PASSED);
        var engine = new RunEngine(clock, suite);
        engines.add(engine);
        var run = engine.queued(SuiteName.SUBMISSION_TESTER, clock, "IDP_FLOW", "SP_FLOW", "JIT_IDP");

        var ending = engine.execution.run(run.id());

        assertThat(ending).isEqualTo(new RunChecks.Ending.Cancelled());
        assertThat(suite.log).containsExactly("open", "IDP_FLOW", "SP_FLOW", "close");
        assertThat(engine.results.of(run.id())).extracting(CheckResult::check).containsExactly(new CheckId("IDP_FLOW"));
    }

    @Test
    void tries_a_check_once_more_when_the_world_fails_and_blames_nobody_else() {
        var suite = tester().check("IDP_FLOW", evidence -> {
            evidence.step("Opening the app");
            throw new UncheckedIOException(new IOException("connection reset"));
        });
        var engine = new RunEngine(clock, suite);
        var run = engine.queued(SuiteName.SUBMISSION_TESTER, clock, "IDP_FLOW");

        engine.execution.run(run.id());

        assertThat(engine.results.of(run.id())).singleElement().satisfies(result -> {
            assertThat(result.attempts()).isEqualTo(2);
            assertThat(result.outcome().verdict()).isEqualTo(Verdict.ERRORED);
            assertThat(result.outcome().fault()).contains(Fault.NETWORK);
        });
    }

    @Test
    void failing_to_set_up_errs_every_check() {
        var engine = new RunEngine(clock, new BrokenSuite());
        var run = engine.queued(SuiteName.SUBMISSION_TESTER, clock, "IDP_FLOW", "SP_FLOW");

        var ending = engine.execution.run(run.id());

        assertThat(ending).isEqualTo(new RunChecks.Ending.Finished(Verdict.ERRORED));
        assertThat(engine.results.of(run.id())).hasSize(2);
    }

    @Test
    void masks_secrets_before_anything_is_stored() {
        var suite = tester().check("IDP_FLOW", evidence -> {
            evidence.secret("canary-known-secret");
            evidence.step("Typed canary-known-secret");
            evidence.keep(new Exhibit.Traffic("Traffic", List.of(exchange())));
            evidence.keep(new Exhibit.Message("Token", "application/json", "{\"access_token\":\"canary-token\"}"));
            return new Outcome.Failed(Fault.APP, "", "The page showed canary-known-secret", "");
        });
        var engine = new RunEngine(clock, suite);
        var run = engine.queued(SuiteName.SUBMISSION_TESTER, clock, "IDP_FLOW");

        engine.execution.run(run.id());

        var result = engine.results.of(run.id()).getFirst();
        assertThat(result.outcome().observed()).doesNotContain("canary");
        assertThat(result.exhibits())
                .hasSize(3)
                .allSatisfy(entry -> assertThat(new String(
                                engine.runs
                                        .exhibit(run.id(), entry.id())
                                        .orElseThrow()
                                        .content(),
                                StandardCharsets.UTF_8))
                        .doesNotContain("canary"));
    }

    @Test
    void runs_of_one_integration_take_turns() {
        var suite = tester().check("IDP_FLOW", PASSED);
        var engine = new RunEngine(clock, suite);
        var integration = new IntegrationId(UUID.randomUUID());
        var first = engine.queued(SuiteName.SUBMISSION_TESTER, clock, integration, "IDP_FLOW");
        engine.turns.joined(first);
        var later = Clock.offset(clock, Duration.ofSeconds(1));
        var second = engine.queued(SuiteName.SUBMISSION_TESTER, later, integration, "IDP_FLOW");
        engine.turns.joined(second);

        assertThat(engine.enqueued).containsExactly(first.id());
        engine.execution.run(first.id());
        assertThat(engine.enqueued).containsExactly(first.id(), second.id());
    }

    @Test
    void watchers_hear_of_results_that_another_node_records() throws Exception {
        var suite = tester().check("IDP_FLOW", PASSED).check("SP_FLOW", FAILED);
        var worker = new RunEngine(Clock.systemUTC(), suite);
        var other = new RunEngine(worker.database, Clock.systemUTC(), suite);
        var run = worker.queued(SuiteName.SUBMISSION_TESTER, Clock.systemUTC(), "IDP_FLOW", "SP_FLOW");
        var heard = new CopyOnWriteArrayList<RunEvent>();
        var over = new CountDownLatch(1);
        try (var watch = other.watched.watch(run.id(), 0, event -> {
            heard.add(event);
            if (event instanceof RunEvent.Over) {
                over.countDown();
            }
        })) {
            worker.execution.run(run.id());
            await(over);
        }

        assertThat(heard.stream().filter(RunEvent.ResultRecorded.class::isInstance))
                .hasSize(2);
        assertThat(heard.getLast())
                .isInstanceOfSatisfying(
                        RunEvent.Over.class,
                        end -> assertThat(end.run().verdict()).isEqualTo(Verdict.FAILED));
        assertThat(other.watched.awaitOver(run.id(), Duration.ofSeconds(5)))
                .hasValueSatisfying(ended -> assertThat(ended.verdict()).isEqualTo(Verdict.FAILED));
    }

    @Test
    void a_share_link_opens_its_run_until_it_expires() {
        var engine = new RunEngine(clock);
        var run = engine.queued(SuiteName.SUBMISSION_TESTER, clock, "IDP_FLOW");
        var link = engine.shared.share(run.id(), new AccountId(UUID.randomUUID()), Duration.ofDays(30));

        var after = new RunEngine(
                engine.database, Clock.fixed(NOON.plus(Duration.ofDays(30)).plusSeconds(1), ZoneOffset.UTC));

        assertThat(engine.shared.opened(link.token())).contains(run.id());
        assertThat(engine.shared.opened("unknown")).isEmpty();
        assertThat(after.shared.opened(link.token())).isEmpty();
        assertThat(engine.client
                        .sql("select token_hash from check_shares")
                        .query(String.class)
                        .list())
                .doesNotContain(link.token());
    }

    @Test
    void with_a_deleted_draft_go_its_runs_and_their_evidence() {
        var suite = tester().check("IDP_FLOW", evidence -> {
            evidence.step("A step");
            return PASSED;
        });
        var engine = new RunEngine(clock, suite);
        var run = engine.queued(SuiteName.SUBMISSION_TESTER, clock, "IDP_FLOW");
        engine.execution.run(run.id());

        new ForgetRuns(engine.client, engine.blobs).on(new DraftDeleted(run.submission(), run.integration()));

        assertThat(engine.runs.find(run.id())).isEmpty();
        assertThat(engine.client
                        .sql("select count(*) from blob")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_latest_result_counts_unless_it_was_voided() {
        var outcomes = new CopyOnWriteArrayList<>(List.of(PASSED, FAILED));
        var suite = tester().check("IDP_FLOW", evidence -> outcomes.removeFirst());
        var engine = new RunEngine(clock, suite);
        var first = engine.queued(SuiteName.SUBMISSION_TESTER, clock, "IDP_FLOW");
        engine.execution.run(first.id());
        var again = RunEngine.aRun(SuiteName.SUBMISSION_TESTER, clock, first.integration(), first.instance());
        engine.rows.add(again, List.of(new CheckId("IDP_FLOW")), null, false);
        engine.execution.run(again.id());

        var counted = engine.runs.latest(first.instance(), SuiteName.SUBMISSION_TESTER, NOON);
        new VoidResults(engine.rows, clock).ofTester(first.instance(), "The instance was edited.");

        assertThat(counted).singleElement().satisfies(standing -> {
            assertThat(standing.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(standing.run()).isEqualTo(again.id());
        });
        assertThat(engine.runs.latest(first.instance(), SuiteName.SUBMISSION_TESTER, NOON))
                .isEmpty();
    }

    private static ScriptedSuite tester() {
        return new ScriptedSuite(SuiteName.SUBMISSION_TESTER);
    }

    private static Exchange exchange() {
        return new Exchange(
                NOON,
                Duration.ofMillis(3),
                "document",
                "POST",
                URI.create("https://app.example.com/acs?code=canary-code"),
                List.of(new Exchange.Header("Cookie", "session=canary-cookie")),
                "password=canary-password&user=ada",
                200,
                List.of(new Exchange.Header("Set-Cookie", "session=canary-cookie; Path=/")),
                "<input type=hidden name=access_token value=\"canary-token\">",
                null);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Cannot be set up. */
    private static final class BrokenSuite implements Suite {

        private final ScriptedSuite checks = tester().check("IDP_FLOW", PASSED).check("SP_FLOW", PASSED);

        @Override
        public SuiteName name() {
            return SuiteName.SUBMISSION_TESTER;
        }

        @Override
        public List<Check> checks() {
            return checks.checks();
        }

        @Override
        public boolean accepts(Instance instance) {
            return true;
        }

        @Override
        public Plan plan(CheckRun run) {
            return checks.plan(run);
        }

        @Override
        public Session open(CheckRun run) {
            throw new IllegalStateException("no browser");
        }
    }
}
