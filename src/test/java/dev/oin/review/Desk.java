package dev.oin.review;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.oin.account.Account;
import dev.oin.account.Accounts;
import dev.oin.account.Caller;
import dev.oin.account.MemberRole;
import dev.oin.account.Organization;
import dev.oin.account.Organizations;
import dev.oin.account.StaffRole;
import dev.oin.checks.Check;
import dev.oin.checks.CheckId;
import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.Suite;
import dev.oin.gate.SubmittedEvidence;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Problem;
import dev.oin.kernel.SubmissionId;
import dev.oin.mail.Mail;
import dev.oin.mail.Outbox;
import dev.oin.sandbox.Instances;
import dev.oin.storage.database.TestDatabase;
import dev.oin.submission.AuditTrail;
import dev.oin.submission.LiveVersion;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.Submissions;
import dev.oin.submission.TestCredentials;
import dev.oin.submission.Timeline;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A review desk on a real database, with the stages before it played by values and the process by the shortest way through it. */
final class Desk {

    static final Instant NOW = SubmissionBuilder.NOON;
    static final Caller DANA = staff(2, "Dana", StaffRole.ANALYST);
    static final Caller SAM = staff(3, "Sam", StaffRole.ANALYST);
    static final Caller LEE = staff(4, "Lee", StaffRole.LEAD);
    static final Caller KIM = staff(5, "Kim", StaffRole.LEAD);

    final Submissions submissions = new One();
    final Caller ada;
    final Process process = new Process();
    final List<Mail> mails = new ArrayList<>();
    final List<String> timeline = new ArrayList<>();
    final DecideReview decide;
    final SaveChecklist saveChecklist;
    final ClaimReview claim;
    final ReplyToIssues reply;
    final WithdrawSubmission withdraw;
    final DiscussIssue discuss;
    final MoveExpectedDate moveDate;
    final Issues issues;
    final CredentialRows credentials;
    final MailChoices mailChoices;
    final TestCredentials testCredentials = mock(TestCredentials.class);
    final QueueRows queue;
    final PromiseRows promises;
    final StepsAtDesk steps;
    final MailsByOutbox reviewMails;
    final CatalogMails catalogMails;
    final Checklists checklists;
    Optional<LocalDate> chosenDay = Optional.empty();
    final LookRows looks;
    final RejectionRows rejections;
    final RejectSubmission reject;
    final QaFindings findings;
    final WaiveCheck waive;
    final Absences absences;
    final PrivateNotes notes;
    final ReadWorkspace workspace;
    final BalanceReviews balance;
    final SettleIssues settle;
    final List<CheckReport> finished = new ArrayList<>();
    List<Problem> problems = List.of();
    private Submission submission;

    Desk(Submission submission) {
        this(submission, TestDatabase.fresh());
    }

    Desk(Submission submission, DataSource database) {
        this.submission = submission;
        this.ada = new Caller(
                SubmissionBuilder.ada(),
                "ada@acme.test",
                "Ada",
                submission.organization(),
                Set.of(MemberRole.SUPER_ADMIN),
                Set.of());
        var client = JdbcClient.create(database);
        mailChoices = new MailChoices(client);
        var count = new AtomicLong();
        Ids ids = () -> new UUID(1, count.incrementAndGet());
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var issueRows = new IssueRows(client, ids);
        var decisions = new DecisionRows(client);
        var checklistRows = new ChecklistRows(client);
        var credentials = new CredentialRows(client, ids);
        var moves = new IsvMoveRows(client);
        var properties = new ReviewProperties(
                URI.create("https://oin.test"),
                ZoneOffset.UTC,
                LocalTime.of(17, 0),
                Set.of(),
                List.of(),
                "the OIN team",
                "q@oin.test",
                "s@oin.test",
                Duration.ofDays(30),
                ReviewProperties.Days.standard());
        var calendar = new BusinessCalendar(ZoneOffset.UTC, LocalTime.of(17, 0), Set.of());
        var comparison = new CompareContent();
        var reopen = new ReopenChecklist(checklistRows, decisions, new Cut(), mock(LiveVersion.class), comparison);
        var runs = mock(CheckRuns.class);
        when(runs.of(any(), anyInt(), anyInt())).thenReturn(List.of());
        when(runs.finished(any(), any())).thenAnswer(asked -> finished);
        var evidence = mock(SubmittedEvidence.class);
        when(evidence.scim(any())).thenReturn(List.of("SPEC: passed.", "CRUD: passed."));
        var waiverRows = new WaiverRows(client);
        findings = new QaFindings(runs, mock(Instances.class), waiverRows, checklistRows, new QaMade(client), clock);
        var chronicle = new Chronicle(new Told(), new People(), clock);
        issues = issueRows;
        queue = new QueueRows(client);
        promises = new PromiseRows(client, ids);
        looks = new LookRows(client);
        rejections = new RejectionRows(client);
        var facts = new GatherMachineFacts(
                new People(),
                new Company(),
                new Cut(),
                evidence,
                findings,
                any -> problems,
                any -> Optional.empty(),
                looks);
        checklists = new Checklists(checklistRows, facts);
        var found = new FindEvidence(runs, facts);
        settle = new SettleIssues(new One(), issueRows, found, chronicle, clock);
        steps = new StepsAtDesk(
                new One(),
                queue,
                promises,
                issueRows,
                decisions,
                checklistRows,
                reopen,
                settle,
                looks,
                new DescribeReview(new Company(), issueRows, reopen, comparison),
                rejections,
                new ExpectedDates(calendar, properties.days()),
                credentials,
                testCredentials,
                chronicle,
                properties,
                clock);
        this.credentials = credentials;
        var post = new PostMail(
                new People(), new Kept(), mock(AuditTrail.class), mailChoices, new LayOutMail(properties), properties);
        catalogMails = new CatalogMails(new One(), post, properties);
        reviewMails = new MailsByOutbox(
                new One(),
                queue,
                issueRows,
                decisions,
                promises,
                moves,
                credentials,
                reopen,
                comparison,
                chronicle,
                post,
                any -> "https://oin.test/catalog/acme-shifts",
                any -> chosenDay,
                properties,
                clock);
        var record = new RecordDecision(process, queue, issueRows, decisions, found, rejections, ids, clock);
        reject = new RejectSubmission(new One(), queue, process, rejections, record, chronicle, ids, clock);
        decide =
                new DecideReview(new One(), process, queue, issueRows, checklists, findings, record, reject, chronicle);
        waive = new WaiveCheck(new One(), waiverRows, List.of(suiteOf("C-01")), chronicle, ids, clock);
        absences = new Absences(client, calendar, ids, clock);
        notes = new PrivateNotes(new One(), client, ids, clock);
        workspace = new ReadWorkspace(
                new One(),
                queue,
                checklists,
                reopen,
                comparison,
                runs,
                findings,
                issueRows,
                decisions,
                promises,
                waiverRows,
                notes,
                new Told(),
                facts,
                new SuggestReasons(new ReasonTexts(client, ids, clock)),
                looks,
                rejections,
                new CompareRuns(runs),
                any -> List.of());
        saveChecklist =
                new SaveChecklist(new One(), process, queue, checklistRows, checklists, findings, chronicle, clock);
        claim = new ClaimReview(new One(), new People(), process, queue, chronicle);
        balance = new BalanceReviews(new People(), absences, queue, claim, new One(), clock);
        reply = new ReplyToIssues(new One(), new Cut(), issueRows, moves, process, chronicle, ids, clock);
        withdraw = new WithdrawSubmission(new One(), moves, process, chronicle, ids, clock);
        discuss = new DiscussIssue(new One(), queue, issueRows, found, clock);
        moveDate = new MoveExpectedDate(new One(), queue, promises, process, calendar, reviewMails, chronicle, clock);
    }

    SubmissionId id() {
        return submission.id();
    }

    void isIn(SubmissionState state) {
        submission = new Submission(
                submission.id(),
                submission.integration(),
                submission.organization(),
                submission.kind(),
                state,
                submission.content(),
                submission.contentHash(),
                submission.version(),
                submission.submittedVersion(),
                submission.round(),
                submission.revision(),
                submission.createdBy(),
                submission.createdAt(),
                submission.updatedBy(),
                submission.updatedAt(),
                submission.submittedBy(),
                submission.submittedAt());
    }

    void becomes(Submission other) {
        submission = other;
    }

    /** The submission waits for the team, with its task open. */
    void open(ReviewPhase phase) {
        steps.queue(id(), phase);
        steps.opened(id(), phase == ReviewPhase.INITIAL ? "initialReview" : "verifyInQa");
        process.phase = phase;
        process.open = true;
        process.assignee = null;
    }

    void passEverything(ReviewPhase phase) {
        var open = checklists.entries(submission, phase).stream()
                .filter(ChecklistEntry::isOpen)
                .map(entry -> new SaveChecklist.Judgement(entry.id(), ChecklistEntry.Result.PASS, ""))
                .toList();
        saveChecklist.save(id(), open, DANA);
    }

    private static Caller staff(int number, String name, StaffRole role) {
        return new Caller(
                new AccountId(new UUID(0, number)),
                name.toLowerCase(Locale.ROOT) + "@oin.test",
                name,
                null,
                Set.of(),
                Set.of(role));
    }

    /** The engine, as far as the desk sees it. */
    final class Process implements ReviewDesk {

        boolean open;
        ReviewPhase phase = ReviewPhase.INITIAL;

        @Nullable
        AccountId assignee;

        final List<String> moves = new ArrayList<>();

        @Override
        public Optional<ReviewTask> taskOf(SubmissionId id) {
            return open
                    ? Optional.of(new ReviewTask(
                            phase == ReviewPhase.INITIAL ? "initialReview" : "verifyInQa", assignee, NOW, null))
                    : Optional.empty();
        }

        @Override
        public void assign(SubmissionId id, @Nullable AccountId to) {
            assignee = to;
        }

        @Override
        public void decided(SubmissionId id, Outcome outcome, AccountId by) {
            moves.add("decided with " + (steps.hasDecision(id) ? "" : "no ") + "decision");
            moves.add(steps.recordDecision(id, phase).name());
            open = false;
        }

        @Override
        public void replied(SubmissionId id, AccountId by) {
            moves.add("replied");
        }

        @Override
        public void withdraw(SubmissionId id, AccountId by) {
            moves.add("withdrawn");
            steps.withdrawn(id);
        }

        @Override
        public void moveDueDate(SubmissionId id, Instant due) {
            moves.add("due " + due);
        }
    }

    private final class One implements Submissions {
        @Override
        public Optional<Submission> find(SubmissionId id) {
            return Optional.of(submission).filter(one -> one.id().equals(id));
        }

        @Override
        public Optional<Submission> find(SubmissionId id, OrganizationId owner) {
            return find(id).filter(one -> one.organization().equals(owner));
        }

        @Override
        public Optional<Submission> newest(IntegrationId integration) {
            return Optional.of(submission);
        }

        @Override
        public Submission get(SubmissionId id) {
            return find(id).orElseThrow();
        }
    }

    private final class Cut implements Versions {
        private final Submission first = submission;

        @Override
        public Version cut(SubmissionId id, AccountId by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Version> find(IntegrationId integration, int number) {
            return Optional.of(new Version(
                    integration,
                    number,
                    first.id(),
                    first.contentHash(),
                    first.content(),
                    SubmissionBuilder.ada(),
                    NOW));
        }

        @Override
        public List<Version> of(IntegrationId integration) {
            return List.of();
        }
    }

    private static Suite suiteOf(String id) {
        var check = mock(Check.class);
        when(check.id()).thenReturn(new CheckId(id));
        var suite = mock(Suite.class);
        when(suite.checks()).thenReturn(List.of(check));
        return suite;
    }

    private final class People implements Accounts {
        private final Map<AccountId, Account> all = new LinkedHashMap<>();

        People() {
            for (var caller : List.of(DANA, SAM, LEE, KIM)) {
                all.put(caller.account(), account(caller));
            }
            all.put(
                    SubmissionBuilder.ada(),
                    new Account(
                            SubmissionBuilder.ada(),
                            submission.organization(),
                            "ada@acme.test",
                            "Ada",
                            Set.of(),
                            Set.of(),
                            ZoneOffset.UTC,
                            false,
                            NOW));
        }

        private static Account account(Caller caller) {
            return new Account(
                    caller.account(),
                    null,
                    caller.email(),
                    caller.displayName(),
                    Set.of(),
                    caller.staffRoles(),
                    ZoneOffset.UTC,
                    false,
                    NOW);
        }

        @Override
        public Optional<Account> find(AccountId id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public Optional<Account> findByEmail(String email) {
            return all.values().stream()
                    .filter(one -> one.email().equals(email))
                    .findFirst();
        }

        @Override
        public Account get(AccountId id) {
            return find(id).orElseThrow();
        }

        @Override
        public List<Account> membersOf(OrganizationId organization) {
            return List.of();
        }

        @Override
        public List<Account> staff() {
            return all.values().stream()
                    .filter(one -> !one.staffRoles().isEmpty())
                    .toList();
        }
    }

    private static final class Company implements Organizations {
        @Override
        public Optional<Organization> find(OrganizationId id) {
            return Optional.of(new Organization(id, "acme", "Acme", Set.of("acme.test"), NOW));
        }

        @Override
        public Optional<Organization> find(String slug) {
            return Optional.empty();
        }

        @Override
        public Organization get(OrganizationId id) {
            return find(id).orElseThrow();
        }

        @Override
        public List<Organization> all() {
            return List.of();
        }
    }

    private final class Told implements Timeline {
        @Override
        public void record(Event event) {
            timeline.add(event.what());
        }

        @Override
        public List<Event> of(SubmissionId id) {
            return List.of();
        }
    }

    /** Keeps the real outbox's promise: one mail per key. */
    private final class Kept implements Outbox {
        @Override
        public void enqueue(Mail mail) {
            if (mails.stream().noneMatch(known -> known.key().equals(mail.key()))) {
                mails.add(mail);
            }
        }

        @Override
        public List<Undelivered> undelivered() {
            return List.of();
        }

        @Override
        public void retry(UUID id) {}

        @Override
        public List<Bounce> bounces(@Nullable String thread, int limit) {
            return List.of();
        }

        @Override
        public Optional<Instant> lateSince() {
            return Optional.empty();
        }

        @Override
        public Backlog backlog() {
            return new Backlog(0, 0);
        }
    }
}
