package dev.oin.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.AccountFixture;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.LimitsTable;
import dev.oin.submission.LimitsTable.Answer;
import dev.oin.submission.LimitsTable.Row;
import dev.oin.submission.PageFixture;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** Every limit at, below and above its bound: saved page by page, and imported as a manifest. */
@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class LimitsApiIT {

    private static final String ALL = "{\"protocols\":[\"OIDC\",\"SAML\",\"SCIM\",\"UNIVERSAL_LOGOUT\"]}";

    private final AccountFixture accounts;
    private final String name = "Limits " + UUID.randomUUID();

    @LocalServerPort
    int port;

    private ApiClient isv;
    private String path;
    private String etag;

    LimitsApiIT(AccountFixture accounts) {
        this.accounts = accounts;
    }

    @BeforeEach
    void fillIn() throws Exception {
        isv = new ApiClient(port, accounts.token(accounts.superAdmin()));
        var created = isv.post("/submissions", ALL);
        path = "/submissions/" + created.text("/id");
        etag = created.header("ETag");
        keep(isv.put(
                path + "/configuration",
                named(PageFixture.pages()).configuration().toString(),
                etag));
        keep(isv.put(
                path + "/test-information",
                PageFixture.pages().testInformation().toString(),
                etag));
        keep(isv.putImage(path + "/logo", ApiClient.png(200, 200), etag));
    }

    @Test
    void a_saved_page_is_judged_as_the_table_says() {
        var softly = new SoftAssertions();
        for (var row : LimitsTable.rows()) {
            var page = row.isTestInformation()
                    ? row.pages().testInformation()
                    : named(row).configuration();
            if (row.isTestInformation()) {
                keep(isv.put(
                        path + "/configuration",
                        named(PageFixture.pages()).configuration().toString(),
                        etag));
            }
            var member = row.isTestInformation() ? "/test-information" : "/configuration";

            var answer = keep(isv.put(path + member, page.toString(), etag));

            softly.assertThat(judged(answer)).as(row.toString()).isEqualTo(wanted(row));
        }
        softly.assertAll();
    }

    @Test
    void an_imported_manifest_is_judged_as_the_table_says() {
        var softly = new SoftAssertions();
        for (var row : LimitsTable.rows()) {
            var answer = keep(isv.put(path + "/manifest", manifest(row).toString(), etag));

            softly.assertThat(judged(answer)).as(row.toString()).isEqualTo(wanted(row));
        }
        softly.assertAll();
    }

    private ObjectNode manifest(Row row) {
        var manifest = PageFixture.read(ALL);
        manifest.put("schema_version", 1);
        var pages = named(row);
        var configuration = pages.configuration();
        if (configuration.at("/scim/oauth") instanceof ObjectNode oauth) {
            oauth.remove("client_secret");
        }
        manifest.set("configuration", configuration);
        var tests = pages.testInformation();
        tests.remove("password");
        manifest.set("test_information", tests);
        return manifest;
    }

    private PageFixture named(Row row) {
        return row.field().equals("display_name") || row.path().equals("catalog.display_name")
                ? row.pages()
                : named(row.pages());
    }

    /** Another application's test may have published the usual name. */
    private PageFixture named(PageFixture pages) {
        return pages.with("catalog.display_name", "\"%s\"".formatted(name));
    }

    private static List<String> wanted(Row row) {
        return row.answer() == Answer.WELL
                ? List.of()
                : List.of("%s %s %s".formatted(row.answer(), row.field(), row.rule()));
    }

    private static List<String> judged(ApiClient.Answer answer) {
        var isSaved = answer.status() == 200;
        var found = answer.json().path(isSaved ? "problems" : "errors");
        if (!isSaved && answer.status() != 422) {
            return List.of(answer.status() + " " + answer.body());
        }
        return StreamSupport.stream(found.spliterator(), false)
                .filter(problem -> !problem.path("severity").asText().equals("WARNING"))
                .map(problem -> "%s %s %s"
                        .formatted(
                                isSaved ? Answer.PROBLEM : Answer.REFUSED,
                                problem.path("field").asText(),
                                problem.path("rule").asText()))
                .toList();
    }

    private ApiClient.Answer keep(ApiClient.Answer answer) {
        etag = answer.header("ETag").isEmpty() ? etag : answer.header("ETag");
        return answer;
    }
}
