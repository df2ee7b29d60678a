package dev.oin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.account.Organization;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.PageFixture;
import dev.oin.web.api.ApiClient;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** Forms under fingers: the answer stands where one looks, what was typed stays, and two presses are one. */
@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SandboxInBrowserIT {

    private static final By OUTCOME = By.cssSelector("[data-outcome]");
    private static final By ADD = By.cssSelector("#add-person button");

    private final AccountFixture accounts;

    @LocalServerPort
    int port;

    private Organization organization;
    private Account owner;
    private ApiClient api;
    private People people;
    private Person ada;

    SandboxInBrowserIT(AccountFixture accounts) {
        this.accounts = accounts;
    }

    @BeforeEach
    void comeIn() {
        organization = accounts.organization();
        owner = accounts.member(organization, MemberRole.SUPER_ADMIN);
        accounts.setPassword(owner);
        api = new ApiClient(port, accounts.token(owner));
        people = new People("http://localhost:" + port);
        ada = people.signedIn(owner.email(), AccountFixture.PASSWORD);
    }

    @AfterEach
    void leave() {
        people.close();
    }

    @Test
    void what_came_of_a_press_is_seen_where_the_page_goes_on() {
        IntStream.range(0, 20).forEach(this::person);
        ada.visit("/sandbox/" + organization.slug());

        ada.fill("given-name", "Zoë");
        ada.fill("family-name", "Übel");
        ada.fill("person-email", "person0@" + organization.slug() + ".example");
        ada.click(ADD);

        ada.reads("Not added. Another person of this sandbox");
        assertThat(ada.isInView(OUTCOME)).isTrue();
        assertThat(ada.value("given-name")).isEqualTo("Zoë");
        assertThat(ada.barriers()).isEmpty();
    }

    @Test
    void two_presses_add_one_person() {
        ada.visit("/sandbox/" + organization.slug());
        ada.fill("given-name", "Zoë");
        ada.fill("family-name", "Übel");
        ada.fill("person-email", "zoe@" + organization.slug() + ".example");

        ada.pressTwice(ADD);

        ada.reads("Added: Zoë Übel.");
        assertThat(ada.text()).contains("shown this once").doesNotContain("Not added");
    }

    @Test
    void groups_bring_their_operations_along() {
        var draft = api.post("/submissions", "{\"protocols\":[\"SCIM\"]}").text("/id");
        var page = PageFixture.pages().configuration();
        page.remove(java.util.List.of("saml", "oidc", "ul"));
        page.withObjectProperty("scim").putArray("objects").add("USERS");
        page.withObjectProperty("scim").putArray("group_ops");
        api.put("/submissions/" + draft + "/configuration", page.toString(), "\"1\"");
        ada.visit("/submissions/" + draft + "/configuration");

        ada.click(By.id("scim-objects-GROUPS"));

        assertThat(ada.sees(By.cssSelector("#scim-group-ops-DELETE:checked"))).isTrue();
        assertThat(ada.sees(By.cssSelector("#scim-group-ops-READ:checked"))).isTrue();
    }

    private void person(int number) {
        api.post(
                "/people",
                "{\"given_name\":\"Bo\",\"family_name\":\"Byron\",\"email\":\"person%d@%s.example\"}"
                        .formatted(number, organization.slug()));
    }
}
