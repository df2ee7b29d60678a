package dev.oin.workflow;

import dev.oin.catalog.Publication;
import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.RequestRun;
import dev.oin.checks.RunChecks;
import dev.oin.checks.SuiteName;
import dev.oin.gate.EvaluateGate;
import dev.oin.insight.FlowLog;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewDesk;
import dev.oin.review.ReviewPhase;
import dev.oin.review.ReviewSteps;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.TesterSlots;
import dev.oin.submission.Content;
import dev.oin.submission.MoveSubmission;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.Submissions;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** The stages as the process sees them: they say what a test tells them to, and remember what they were asked. */
final class Stages {

    static final Duration TIME_FOR_A_REVIEW = Duration.ofDays(7);

    final List<String> calls = new ArrayList<>();
    final List<SubmissionState> states = new ArrayList<>();
    final List<String> entered = new ArrayList<>();
    final List<String> left = new ArrayList<>();
    final List<String> reached = new ArrayList<>();
    final List<RunId> executed = new ArrayList<>();
    boolean gateIsOpen = true;
    List<String> obstacles = List.of();
    ReviewDesk.@Nullable Outcome decision;
    RunChecks checks = run -> ProcessFixture.finished();
    private @Nullable AccountId reviewer;
    private @Nullable Submission submission;
    private @Nullable ReviewPhase returnedFrom;

    void begin(SubmissionId id, SubmissionKind kind, Set<Protocol> protocols) {
        calls.clear();
        states.clear();
        entered.clear();
        left.clear();
        executed.clear();
        gateIsOpen = true;
        obstacles = List.of();
        decision = null;
        reviewer = null;
        returnedFrom = null;
        checks = run -> ProcessFixture.finished();
        var now = ClockUtil.getCurrentTime().toInstant();
        submission = new Submission(
                id,
                new IntegrationId(UUID.randomUUID()),
                new OrganizationId(UUID.randomUUID()),
                kind,
                SubmissionState.DRAFT,
                Content.of(protocols),
                "hash",
                1,
                null,
                0,
                1,
                ProcessFixture.ISV,
                now,
                ProcessFixture.ISV,
                now,
                null,
                null);
    }

    /** Who goes on with the submission when a fix comes in. */
    void returnTo(AccountId analyst) {
        reviewer = analyst;
    }

    /** A stage's interface whose calls are only remembered. */
    <T> T remembering(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(this, args);
            }
            calls.add(method.getName() + (args.length > 1 ? Arrays.asList(args).subList(1, args.length) : ""));
            return null;
        }));
    }

    Submissions submissions() {
        return new Submissions() {
            @Override
            public Optional<Submission> find(SubmissionId id) {
                return Optional.ofNullable(submission);
            }

            @Override
            public Optional<Submission> find(SubmissionId id, OrganizationId owner) {
                return find(id);
            }

            @Override
            public Optional<Submission> newest(IntegrationId integration) {
                return Optional.ofNullable(submission);
            }

            @Override
            public Submission get(SubmissionId id) {
                return find(id).orElseThrow();
            }
        };
    }

    MoveSubmission moves() {
        return (id, state) -> states.add(state);
    }

    EvaluateGate gate() {
        return new EvaluateGate() {
            @Override
            public Optional<dev.oin.gate.Gate> evaluate(SubmissionId id, dev.oin.account.Caller caller) {
                return Optional.empty();
            }

            @Override
            public boolean isOpenForSubmitter(SubmissionId id) {
                return gateIsOpen;
            }
        };
    }

    ReviewSteps desk() {
        return new ReviewSteps() {
            @Override
            public Instant queue(SubmissionId id, ReviewPhase phase) {
                calls.add("queue[" + phase + "]");
                return ClockUtil.getCurrentTime().toInstant().plus(TIME_FOR_A_REVIEW);
            }

            @Override
            public void opened(SubmissionId id, String task) {
                calls.add("opened[" + task + "]");
            }

            @Override
            public void assigned(SubmissionId id, @Nullable AccountId assignee) {
                calls.add("assigned[" + assignee + "]");
            }

            @Override
            public Optional<AccountId> reviewerToReturnTo(SubmissionId id) {
                return Optional.ofNullable(reviewer);
            }

            @Override
            public boolean hasDecision(SubmissionId id) {
                return decision != null;
            }

            @Override
            public ReviewDesk.Outcome recordDecision(SubmissionId id, ReviewPhase phase) {
                if (decision == null) {
                    throw new IllegalStateException("No decision was recorded");
                }
                returnedFrom = decision == ReviewDesk.Outcome.RETURN ? phase : null;
                calls.add("recordDecision[" + phase + "]");
                return decision;
            }

            @Override
            public Optional<ReviewPhase> raisedIn(SubmissionId id) {
                return Optional.ofNullable(returnedFrom);
            }

            @Override
            public void summariseChecks(SubmissionId id) {
                calls.add("summariseChecks");
            }

            @Override
            public void raisePublicationIssues(SubmissionId id, List<String> reasons) {
                returnedFrom = submissions().get(id).kind() == SubmissionKind.CATALOG
                        ? ReviewPhase.CATALOG
                        : ReviewPhase.FINAL;
                calls.add("raisePublicationIssues" + reasons);
            }

            @Override
            public void withdrawn(SubmissionId id) {
                calls.add("withdrawn");
            }

            @Override
            public void keepCredentialsUntil(SubmissionId id, Instant deletion) {
                calls.add("keepCredentialsUntil[" + deletion + "]");
            }

            @Override
            public void deleteTestCredentials(SubmissionId id) {
                calls.add("deleteTestCredentials");
            }
        };
    }

    FlowLog flow() {
        return new FlowLog() {
            @Override
            public void entered(Visit visit) {
                entered.add(visit.element());
            }

            @Override
            public void left(String visit, Instant at) {
                left.add(visit);
            }

            @Override
            public void promised(SubmissionId id, String element, Instant due) {
                calls.add("promised[" + element + ", " + due + "]");
            }

            @Override
            public void assigned(SubmissionId id, String element, @Nullable AccountId assignee) {}

            @Override
            public void reached(Subject subject, String state, String waitsFor, Instant at) {
                reached.add(state);
            }
        };
    }

    Publication publication() {
        return new Publication() {
            @Override
            public List<String> findObstacles(SubmissionId id) {
                return obstacles;
            }

            @Override
            public void reserve(SubmissionId id) {
                calls.add("reserve");
            }

            @Override
            public void publish(SubmissionId id) {
                calls.add("publish");
            }
        };
    }

    RunChecks runs() {
        return run -> {
            executed.add(run);
            return checks.run(run);
        };
    }

    /** One instance stands in every slot of the tester. */
    TesterSlots slots() {
        return type(TesterSlots.class, "in", Optional.of(new InstanceId(UUID.randomUUID())));
    }

    Instances instances() {
        return type(Instances.class, "of", List.of());
    }

    CheckRuns history() {
        return type(CheckRuns.class, "of", List.<CheckReport>of());
    }

    RequestRun requests() {
        return new RequestRun() {
            @Override
            public Answer request(Request request, dev.oin.account.Caller caller) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Answer prepareForQa(Request request, String key) {
                calls.add("prepareForQa[" + request.suite() + "]");
                return request.suite() == SuiteName.SAML_SECURITY
                        ? new Answer.NotOffered(request.suite())
                        : new Answer.Accepted(run(request));
            }
        };
    }

    private static CheckRun run(RequestRun.Request request) {
        return new CheckRun(
                new RunId(UUID.randomUUID()),
                new OrganizationId(UUID.randomUUID()),
                new IntegrationId(UUID.randomUUID()),
                request.submission(),
                request.suite(),
                CheckRun.Origin.QA,
                request.instance(),
                1,
                null,
                List.of(),
                CheckRun.Status.QUEUED,
                null,
                new CheckRun.Progress(0, 0, ""),
                null,
                null,
                ProcessFixture.NOON,
                null,
                null,
                null);
    }

    /** An interface that answers one question and is asked no other. */
    private static <T> T type(Class<T> type, String question, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals(question)) {
                return answer;
            }
            throw new UnsupportedOperationException(method.getName());
        }));
    }
}
