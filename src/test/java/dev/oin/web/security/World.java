package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.Invitations;
import dev.oin.account.MemberRole;
import dev.oin.account.OpenInvitations;
import dev.oin.account.Organization;
import dev.oin.account.StaffRole;
import dev.oin.catalog.Publication;
import dev.oin.gate.SubmitPort;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.Blobs;
import dev.oin.submission.HandIn;
import dev.oin.submission.PageFixture;
import dev.oin.web.api.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One organisation with a draft, its instance, a run with evidence, and a submission in review; another one; and everybody there is. */
final class World {

    /** Tables that change with every request, or in the background. */
    private static final String LIVE =
            "spring_session|spring_session_attributes|sandbox_session.*|api_tokens|sign_in_.*"
                    + "|mail_.*|outbox.*|insight_.*|flow_.*|flyway_schema_history|one_time_links"
                    + "|review_presence|review_look.*";

    private static final String UNKNOWN = UUID.randomUUID().toString();

    final Organization home;
    final Organization elsewhere;
    final Map<String, Guest> people = new LinkedHashMap<>();
    final Map<String, Account> accounts = new LinkedHashMap<>();
    final Map<String, String> names = new LinkedHashMap<>();
    final ApiClient isv;

    private final int port;
    private final AccountFixture fixture;
    private final JdbcClient client;
    private final ApplicationContext context;

    World(ApplicationContext context, int port) {
        this.context = context;
        this.port = port;
        this.fixture = context.getBean(AccountFixture.class);
        this.client = context.getBean(JdbcClient.class);
        home = fixture.organization();
        elsewhere = fixture.organization();
        people.put("nobody", new Guest(port, ""));
        person("super", fixture.member(home, MemberRole.SUPER_ADMIN));
        person("both", fixture.member(home, MemberRole.APP_ADMIN, MemberRole.ORG_ADMIN));
        person("app", fixture.member(home, MemberRole.APP_ADMIN));
        person("org", fixture.member(home, MemberRole.ORG_ADMIN));
        person("reader", fixture.member(home, MemberRole.READ_ONLY));
        person("outsider", fixture.member(elsewhere, MemberRole.SUPER_ADMIN));
        for (var role : StaffRole.values()) {
            person(role.name().toLowerCase(java.util.Locale.ROOT), fixture.staff(role));
        }
        person("insider", fixture.insider(home, StaffRole.LEAD, StaffRole.ANALYST));
        person("colleague", fixture.colleague(home, StaffRole.LEAD, StaffRole.ANALYST));
        isv = new ApiClient(port, fixture.token(accounts.get("super")));
        furnish();
        settle();
    }

    /** Waits until the engine and the outbox have nothing more to do because of what was just made. */
    private void settle() {
        var last = new AtomicReference<>(Map.<String, String>of());
        Awaitility.await().pollInterval(Duration.ofMillis(500)).until(() -> {
            var now = kept();
            return now.equals(last.getAndSet(now));
        });
    }

    Guest as(String who) {
        return people.get(who);
    }

    /** The text with names like {@code {draft}} replaced by what they stand for here. */
    String filled(String text) {
        var filled = text;
        for (var name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    /** All that is kept, without what changes by itself; the same text means that nothing was changed. */
    Map<String, String> kept() {
        var tables = client
                .sql("select tablename from pg_tables where schemaname = 'oin' order by 1")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !table.matches(LIVE))
                .toList();
        var sql = new ArrayList<String>();
        for (var table : tables) {
            sql.add(
                    "select '%1$s' as t, count(*) || ' ' || coalesce(md5(string_agg(x::text, ',' order by x::text)), '') as h from oin.%1$s x"
                            .formatted(table));
        }
        var kept = new LinkedHashMap<String, String>();
        client.sql(String.join(" union all ", sql)).query(row -> {
            kept.put(row.getString("t"), row.getString("h"));
        });
        return kept;
    }

    /** A draft with all that is needed for tests. */
    String draft() {
        return draft(isv);
    }

    private String draftOfOutsider() {
        return draft(new ApiClient(port, fixture.token(accounts.get("outsider"))));
    }

    private static String draft(ApiClient isv) {
        var id = isv.post("/submissions", "{\"protocols\":[\"SAML\",\"SCIM\"]}").text("/id");
        var page = PageFixture.pages().configuration();
        page.remove(List.of("oidc", "ul"));
        page.withObjectProperty("catalog").put("display_name", "Draft " + id.substring(24));
        saved(isv.put("/submissions/" + id + "/configuration", page.toString(), "\"1\""));
        var tests = PageFixture.pages().testInformation();
        tests.remove("oidc_test");
        saved(isv.put("/submissions/" + id + "/test-information", tests.toString(), "\"2\""));
        try {
            saved(isv.putImage("/submissions/" + id + "/logo", ApiClient.png(200, 200), "\"3\""));
        } catch (IOException undrawable) {
            throw new UncheckedIOException(undrawable);
        }
        return id;
    }

    /** The same with names of what never was. */
    String filledWithUnknown(String text) {
        return text.replace("{org}", "no-such-organization")
                .replace("{slug}", "no-such-slug")
                .replaceAll("\\{(?:" + String.join("|", names.keySet()) + "|fresh)}", UNKNOWN);
    }

    private void furnish() {
        names.putAll(estate(home, isv, draft()));
        estate(elsewhere, new ApiClient(port, fixture.token(accounts.get("outsider"))), draftOfOutsider())
                .forEach((name, value) -> names.put("own." + name, value));
        var review = draft();
        names.put("review", review);
        names.put("integration", isv.get(filled("/submissions/{draft}")).text("/integration_id"));
        handIn(review);
        names.put("returned", returned());
        names.put("slug", published());
        names.put("invitation", invitation());
        var member = fixture.member(home, MemberRole.READ_ONLY);
        fixture.token(member);
        names.put("member", member.id().toString());
        names.put(
                "token",
                client.sql("select id::text from api_tokens where account = ? limit 1")
                        .param(member.id().value())
                        .query(String.class)
                        .single());
        names.put("colleague", fixture.staff(StaffRole.AUDITOR).id().toString());
        names.put("never", UUID.randomUUID().toString());
    }

    /** A draft with an instance and a run of an organisation. */
    private Map<String, String> estate(Organization owner, ApiClient isv, String draft) {
        var estate = new LinkedHashMap<String, String>();
        estate.put("org", owner.slug());
        estate.put("draft", draft);
        estate.put("person", isv.post("/people", person()).text("/id"));
        var instance = isv.post("/submissions/" + draft + "/instances", "{\"protocols\":[\"SAML\"]}")
                .text("/id");
        estate.put("instance", instance);
        saved(isv.post(
                "/instances/" + instance + "/assignments", "{\"person_id\":\"%s\"}".formatted(estate.get("person"))));
        saved(isv.put(
                "/submissions/" + draft + "/tester/SAML/CURRENT",
                "{\"instance_id\":\"%s\"}".formatted(instance),
                null));
        var run = isv.post("/submissions/" + draft + "/runs", "{\"suite\":\"submission-tester\"}");
        saved(run);
        estate.put("run", run.text("/id"));
        estate.put("exhibit", exhibit(run.text("/id")));
        var share = isv.post("/runs/" + run.text("/id") + "/share", "{}").text("/url");
        estate.put("share", share.substring(share.lastIndexOf('/') + 1));
        return estate;
    }

    /** The ISV's turn, with one issue. */
    private String returned() {
        var id = draft();
        handIn(id);
        var lead = new ApiClient(port, fixture.token(accounts.get("lead")));
        saved(
                lead.post(
                        "/reviews/" + id + "/decision",
                        "{\"outcome\":\"RETURN\",\"issues\":[{\"check\":\"IR-DS-4\",\"severity\":\"MUST_FIX\",\"text\":\"Say more.\"}]}"));
        return id;
    }

    private void handIn(String id) {
        var owner = accounts.get("super").id();
        var submission = SubmissionId.of(id);
        context.getBean(TransactionTemplate.class).executeWithoutResult(together -> {
            context.getBean(HandIn.class).handIn(submission, owner);
            context.getBean(SubmitPort.class).submit(submission, owner);
        });
    }

    private String exhibit(String run) {
        var exhibit = UUID.randomUUID();
        client.sql("""
                        insert into check_results (run, check_id, position, title, severity, clause, verdict, expected, observed, remedy,
                                                   started_at, finished_at, attempts)
                        values (:run::uuid, 'IDP_FLOW', 0, 'IdP flow', 'REQUIRED', 'clause', 'PASSED', 'e', 'o', 'r', now(), now(), 1)""").param("run", run).update();
        var blob = context.getBean(Blobs.class)
                .put(new Blobs.Folder("runs/" + run), "text/plain", "[\"the steps\"]".getBytes(StandardCharsets.UTF_8));
        client.sql("""
                        insert into check_exhibits (id, run, check_id, position, kind, title, media_type, blob)
                        values (:id, :run::uuid, 'IDP_FLOW', 0, 'STEPS', 'Steps', 'text/plain', :blob)""")
                .param("id", exhibit)
                .param("run", run)
                .param("blob", blob.value())
                .update();
        return exhibit.toString();
    }

    private String published() {
        var listed = draft();
        handIn(listed);
        names.put("held", listed);
        saved(new ApiClient(port, fixture.token(accounts.get("analyst"))).post("/reviews/" + listed + "/claim", ""));
        context.getBean(Publication.class).publish(SubmissionId.of(listed));
        return client.sql(
                        "select c.slug from catalog_entries c join submissions s on s.integration = c.integration where s.id = ?::uuid")
                .param(listed)
                .query(String.class)
                .single();
    }

    private String invitation() {
        var owner = accounts.get("super").asCaller();
        context.getBean(Invitations.class)
                .inviteMember(owner, "new@" + home.slug() + ".example", Set.of(MemberRole.READ_ONLY));
        return context.getBean(OpenInvitations.class)
                .of(home.id())
                .getFirst()
                .id()
                .toString();
    }

    static String person() {
        return "{\"given_name\":\"Ada\",\"family_name\":\"Byron\",\"email\":\"%s@people.example\"}"
                .formatted(UUID.randomUUID());
    }

    private void person(String name, Account account) {
        fixture.setPassword(account);
        accounts.put(name, account);
        people.put(name, new Guest(port, fixture.token(account)).signIn(account.email(), AccountFixture.PASSWORD));
    }

    private static void saved(ApiClient.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    }
}
