package dev.oin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.account.Organization;
import dev.oin.catalog.Publication;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.HandIn;
import dev.oin.submission.MoveSubmission;
import dev.oin.submission.PageFixture;
import dev.oin.submission.SubmissionState;
import dev.oin.web.api.ApiClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** "Edit integration" of a published one, through the pages (EL-3, EL-8, PR-8, review-process 7). */
@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class UpdateInBrowserIT {

    private static final String READ_ONLY = "This integration is read-only";

    private final AccountFixture accounts;
    private final HandIn handIn;
    private final MoveSubmission moves;
    private final Publication publication;

    @LocalServerPort
    int port;

    private Organization organization;
    private Account owner;
    private ApiClient api;
    private String published;
    private People people;

    UpdateInBrowserIT(AccountFixture accounts, HandIn handIn, MoveSubmission moves, Publication publication) {
        this.accounts = accounts;
        this.handIn = handIn;
        this.moves = moves;
        this.publication = publication;
    }

    @BeforeEach
    void publish() throws Exception {
        organization = accounts.organization();
        owner = accounts.member(organization, MemberRole.SUPER_ADMIN);
        accounts.setPassword(owner);
        api = new ApiClient(port, accounts.token(owner));
        published =
                api.post("/submissions", "{\"protocols\":[\"SAML\",\"SCIM\"]}").text("/id");
        api.put("/submissions/" + published + "/configuration", page().toString(), "\"1\"");
        var tests = PageFixture.pages().testInformation();
        tests.remove("oidc_test");
        api.put("/submissions/" + published + "/test-information", tests.toString(), "\"2\"");
        api.putImage("/submissions/" + published + "/logo", ApiClient.png(200, 200), "\"3\"");
        var id = SubmissionId.of(published);
        handIn.handIn(id, owner.id());
        publication.publish(id);
        moves.into(id, SubmissionState.PUBLISHED);
        people = new People("http://localhost:" + port);
    }

    @AfterEach
    void leave() {
        people.close();
    }

    @Test
    void an_isv_starts_a_functional_update_and_discards_it() {
        var isv = isv();
        isv.visit("/submissions/" + published);
        isv.reads(READ_ONLY);
        assertThat(isv.barriers()).isEmpty();

        isv.press("Edit integration");
        isv.reads("Application instance not detected");
        assertThat(isv.barriers()).isEmpty();
        isv.click(By.linkText("Generate instance"));
        isv.reads("as customers have it");
        isv.fill("label", "Acme as installed");
        isv.press("Done");
        isv.reads("Update of published version 1.");

        var update = isv.path().split("/")[2];
        isv.visit("/submissions/" + update + "/protocols");
        isv.reads("Customers use it, so an update keeps it.");
        assertThat(isv.sees(By.cssSelector("input[value=SAML]:disabled"))).isTrue();
        assertThat(isv.barriers()).isEmpty();
        isv.click(By.cssSelector(".form-foot button[name=stay]"));
        isv.reads("Customers use it, so an update keeps it.");
        isv.visit("/submissions/" + update + "/testing");
        isv.reads("Acme as installed, active");
        isv.reads("as customers have it");
        assertThat(isv.barriers()).isEmpty();
        isv.visit("/");
        isv.reads("Published v1");
        isv.reads("Draft");

        isv.visit("/submissions/" + update + "?open=delete#delete");
        isv.fill("delete-name", organization.slug());
        isv.press("Discard update");
        isv.reads("Deleted: ");
        assertThat(isv.text()).contains("Published").doesNotContain("Draft");
        isv.visit("/submissions/" + published);
        isv.reads(READ_ONLY);
        isv.click(By.linkText("View in catalog"));
        isv.reads("by Org " + organization.slug());
    }

    @Test
    void a_catalog_only_update_lets_change_the_catalog_entry_alone() {
        var isv = isv();
        isv.visit("/submissions/" + published);
        isv.click(By.id("kind-catalog"));
        isv.press("Edit integration");
        isv.reads("A catalog-only update changes");
        var update = isv.path().split("/")[2];

        assertThat(isv.sees(By.cssSelector("#saml-acs-url[readonly]"))).isTrue();
        assertThat(isv.sees(By.cssSelector("#description:not([readonly])"))).isTrue();
        isv.fill("description", "Keeps staff records, now in colour.");
        isv.click(By.cssSelector(".form-foot button[name=stay]"));
        isv.visit("/submissions/" + update + "/configuration");
        isv.reads("Keeps staff records, now in colour.");
        assertThat(isv.barriers()).isEmpty();
        isv.visit("/submissions/" + update + "/testing");
        assertThat(isv.text()).doesNotContain("Submission Tester", "SCIM integration testing step");
        isv.click(By.id("certified"));
        isv.press("Submit integration");
        isv.reads("Submitted. The OIN team has it now");

        var saved = api.get("/submissions/" + update);
        assertThat(saved.text("/configuration/saml/audience")).isEqualTo("https://app.example.com/saml");
        assertThat(saved.text("/configuration/catalog/description")).isEqualTo("Keeps staff records, now in colour.");
    }

    @Test
    void strangers_and_readers_find_no_way_in() {
        var strangers = accounts.superAdmin();
        accounts.setPassword(strangers);
        var stranger = people.signedIn(strangers.email(), AccountFixture.PASSWORD);
        stranger.reads("Build your first integration.");
        stranger.visit("/submissions/" + published + "/instances/new?kind=published&protocols=SAML");
        assertThat(stranger.text()).doesNotContain(organization.slug()).contains("This page does not exist");

        var readers = accounts.member(organization, MemberRole.READ_ONLY);
        accounts.setPassword(readers);
        var reader = people.signedIn(readers.email(), AccountFixture.PASSWORD);
        reader.reads("Your OIN Integrations");
        reader.visit("/submissions/" + published);
        reader.reads("View in catalog");
        assertThat(reader.text()).doesNotContain(READ_ONLY);
    }

    private Person isv() {
        var isv = people.signedIn(owner.email(), AccountFixture.PASSWORD);
        isv.reads("Your OIN Integrations");
        return isv;
    }

    private ObjectNode page() {
        var page = PageFixture.pages().configuration();
        page.remove(List.of("oidc", "ul"));
        page.withObjectProperty("catalog").put("display_name", organization.slug());
        return page;
    }
}
