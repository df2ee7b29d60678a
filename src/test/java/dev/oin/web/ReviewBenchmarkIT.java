package dev.oin.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.account.StaffRole;
import dev.oin.benchmark.Measurement;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.web.api.ApiClient;
import dev.oin.workflow.Visitor;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

/** Queue and workspace with 100,000 submissions in the database, 20,000 of them with the team. */
@Tag("benchmark")
@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ReviewBenchmarkIT {

    private static final int ROUNDS = 200;

    private final AccountFixture accounts;
    private final JdbcClient database;

    @LocalServerPort
    private int port;

    ReviewBenchmarkIT(AccountFixture accounts, JdbcClient database) {
        this.accounts = accounts;
        this.database = database;
    }

    @Test
    void queue_and_workspace() {
        var organization = accounts.organization();
        var isv = new ApiClient(port, accounts.token(accounts.member(organization, MemberRole.SUPER_ADMIN)));
        var first = isv.post("/submissions", "{\"protocols\":[\"SAML\"]}").text("/id");
        fill(first);
        var analyst = accounts.staff(StaffRole.ANALYST);
        accounts.setPassword(analyst);
        var browser = new Visitor(port);
        browser.signIn(analyst.email(), AccountFixture.PASSWORD);
        var some = database.sql("select submission from oin.review_items order by due_at limit 50")
                .query(UUID.class)
                .list();

        Stream.of("/review", "/review?phase=QA&protocol=SAML", "/review?show=unclaimed&q=shift", "/review?q=nobody")
                .forEach(page -> print("Queue " + page, measure(browser, List.of(page))));
        print(
                "Review workspace",
                measure(browser, some.stream().map(id -> "/review/" + id).toList()));
    }

    private static void print(String what, long millis) {
        new Measurement(what + ", 95th percentile of " + ROUNDS, null, millis, "ms").print();
    }

    private void fill(String first) {
        database.sql("""
                        insert into oin.submissions select gen_random_uuid(), integration, organization, kind, 'INITIAL_REVIEW', content,
                            content_hash, version, submitted_version, handed_in, round, revision, created_by, created_at,
                            updated_by, updated_at, submitted_by, submitted_at
                        from oin.submissions, generate_series(1, 99999) where id = cast(:first as uuid)""").param("first", first).update();
        database.sql("""
                        insert into oin.review_items (submission, phase, round, task, assignee, entered_at, due_at,
                            integration, organization, organization_name, name, version, protocols, because)
                        select id, (array['INITIAL', 'QA', 'FINAL'])[1 + number % 3], 1, 'initialReview', null, now(),
                            now() + number * interval '1 minute', integration, organization, 'Acme ' || number,
                            'Acme Shifts ' || number, 1, 'SAML', 'New'
                        from (select *, row_number() over () as number from oin.submissions where state = 'INITIAL_REVIEW' limit 20000) one""").update();
        database.sql("analyze").update();
    }

    private static long measure(Visitor browser, List<String> pages) {
        IntStream.range(0, ROUNDS)
                .mapToObj(round -> pages.get(round % pages.size()))
                .forEach(page -> assertThat(browser.get(page).status()).isEqualTo(200));
        var millis = IntStream.range(0, ROUNDS)
                .mapToLong(round -> Measurement.millis(() -> browser.get(pages.get(round % pages.size()))))
                .sorted()
                .toArray();
        return millis[ROUNDS * 95 / 100];
    }
}
