package dev.oin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.PageFixture;
import dev.oin.web.api.ApiClient;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** Page 2 under fingers: two people at once, without a connection, with a second thought, with a logo in hand (PG-4, EL-1, IR-LG-5). */
@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TogetherInBrowserIT {

    private static final By SAVE_BOTH = By.cssSelector("#conflict button[name=keep]");

    private final AccountFixture accounts;

    @LocalServerPort
    int port;

    @TempDir
    Path files;

    private Account owner;
    private Account colleague;
    private ApiClient api;
    private String draft;
    private String configuration;
    private People people;

    TogetherInBrowserIT(AccountFixture accounts) {
        this.accounts = accounts;
    }

    @BeforeEach
    void draft() {
        var organization = accounts.organization();
        owner = accounts.member(organization, MemberRole.SUPER_ADMIN);
        colleague = accounts.member(organization, MemberRole.SUPER_ADMIN);
        api = new ApiClient(port, accounts.token(owner));
        draft = api.post("/submissions", "{\"protocols\":[\"OIDC\",\"SAML\"]}").text("/id");
        configuration = "/submissions/" + draft + "/configuration";
        var saved = api.put(configuration, page().toString(), "\"1\"");
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        people = new People("http://localhost:" + port);
    }

    @AfterEach
    void leave() {
        people.close();
    }

    @Test
    void two_people_edit_the_same_draft_at_once_and_neither_loses_a_word_untold() {
        var ada = signedIn(owner);
        var ben = signedIn(colleague);
        ada.visit(configuration);
        ben.visit(configuration);

        ada.fill("description", "Ada's words.");
        ada.fill("oidc-redirect-uris-0", "https://ada.example.com/callback");
        until("Ada's words.", "/configuration/catalog/description");
        until("https://ada.example.com/callback", "/configuration/oidc/redirect_uris/0");
        ben.fill("description", "Ben's words.");
        ben.fill("oidc-redirect-uris-1", "https://ben.example.com/callback");

        ben.reads(owner.displayName() + " saved this integration at");
        ben.reads("You both changed Description");
        ben.reads("Taken over from " + owner.displayName());
        assertThat(ben.text()).contains("Ada's words.", "Ben's words.", "Redirect URIs, row 1");
        assertThat(ben.text()).doesNotContain("You both changed Redirect URIs");
        assertThat(ben.barriers()).isEmpty();
        assertThat(saved("/configuration/catalog/description").asText()).isEqualTo("Ada's words.");
        ben.click(SAVE_BOTH);
        until("Ben's words.", "/configuration/catalog/description");
        assertThat(saved("/configuration/oidc/redirect_uris").toString())
                .isEqualTo("[\"https://ada.example.com/callback\",\"https://ben.example.com/callback\"]");

        ada.fill("display-name", "Ada HR");
        ada.reads(colleague.displayName() + " saved this integration at");
        assertThat(ada.text()).contains("Taken over from " + colleague.displayName(), "Ben's words.");
        ada.click(SAVE_BOTH);
        until("Ada HR", "/configuration/catalog/display_name");
        assertThat(saved("/configuration/catalog/description").asText()).isEqualTo("Ben's words.");
    }

    @Test
    void rows_added_changed_and_removed_without_a_connection_come_back_and_are_saved() {
        var ada = signedIn(owner);
        ada.visit(configuration);
        ada.hasNetwork(false);
        ada.fill("oidc-redirect-uris-0", "https://changed.example.com/callback");
        ada.press("Remove redirect URI 2");
        ada.press("Add redirect URI");
        ada.fill("oidc-redirect-uris-2", "https://added.example.com/callback");
        ada.press("Add variable");
        ada.fill("variables-0-label", "Subdomain");
        ada.fill("variables-0-name", "sub");
        ada.reads("Kept in this browser");
        ada.leave();
        ada.hasNetwork(true);

        ada.visit(configuration);

        until("https://added.example.com/callback", "/configuration/oidc/redirect_uris/1");
        assertThat(saved("/configuration/oidc/redirect_uris").toString())
                .isEqualTo("[\"https://changed.example.com/callback\",\"https://added.example.com/callback\"]");
        assertThat(saved("/configuration/variables/0/name").asText()).isEqualTo("sub");
        assertThat(ada.value("oidc-redirect-uris-2")).isEqualTo("https://added.example.com/callback");
    }

    @Test
    void whoever_leaves_right_after_typing_finds_it_saved() {
        var ada = signedIn(owner);
        ada.visit(configuration);

        ada.fill("description", "Typed a moment ago.");
        ada.click(By.partialLinkText("Test information"));
        ada.awaits(By.id("test-username"));
        assertThat(saved("/configuration/catalog/description").asText()).isEqualTo("Typed a moment ago.");

        ada.visit(configuration);
        ada.fill("saml-audience", "urn:just:typed");
        ada.press("Upload logo");
        ada.awaits(By.id("logo-refused"));
        assertThat(saved("/configuration/saml/audience").asText()).isEqualTo("urn:just:typed");
        assertThat(ada.value("saml-audience")).isEqualTo("urn:just:typed");
        assertThat(ada.text()).doesNotContain("saved this integration at");
    }

    @Test
    void el_1_the_cost_of_an_edit_is_said_when_there_is_one_and_undone() {
        var made = api.post("/submissions/" + draft + "/instances", "{\"protocols\":[\"SAML\"]}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var ada = signedIn(owner);
        ada.visit(configuration);
        assertThat(ada.text()).doesNotContain("Your edits end");

        ada.fill("saml-audience", "urn:another");
        ada.reads("Your edits end 1 instance and the results on it.");
        assertThat(ada.barriers()).isEmpty();
        ada.click(By.cssSelector("#cost [data-undo-edits]"));

        ada.loses(By.cssSelector("#cost .notice"));
        until("https://app.example.com/saml", "/configuration/saml/audience");
        assertThat(api.get("/submissions/" + draft + "/instances?eligible=true")
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void ir_lg_5_a_chosen_logo_is_on_the_cards_with_its_hints_before_it_is_saved() throws IOException {
        var filled = files.resolve("filled.png");
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", filled.toFile());
        var wrong = files.resolve("wrong.png");
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", wrong.toFile());
        var ada = signedIn(owner);
        ada.visit(configuration);

        ada.choose("logo", filled);
        ada.reads("Not saved yet: 200 x 200 pixels.");
        ada.reads("The logo's background is filled.");
        assertThat(ada.sees(By.cssSelector(".preview-card img.logo[src^='data:image/png']")))
                .isTrue();
        assertThat(ada.barriers()).isEmpty();
        assertThat(api.get("/submissions/" + draft + "/logo").status()).isEqualTo(404);

        ada.choose("logo", wrong);
        ada.reads("The logo is 300 x 300 pixels; allowed are 200 x 200");
        assertThat(ada.sees(By.cssSelector(".preview-card img"))).isFalse();
        assertThat(ada.sees(By.cssSelector("#logo[aria-invalid=true]"))).isTrue();
        ada.press("Upload logo");
        ada.awaits(By.id("logo-refused"));

        ada.choose("logo", filled);
        ada.reads("Not saved yet");
        ada.press("Upload logo");
        ada.reads("Logo saved.");
        assertThat(api.get("/submissions/" + draft + "/logo").status()).isEqualTo(200);
    }

    private Person signedIn(Account account) {
        accounts.setPassword(account);
        var person = people.signedIn(account.email(), AccountFixture.PASSWORD);
        person.reads("Your OIN Integrations");
        return person;
    }

    private void until(String value, String pointer) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(saved(pointer).asText()).isEqualTo(value));
    }

    private JsonNode saved(String pointer) {
        return api.get("/submissions/" + draft).json().at(pointer);
    }

    private static ObjectNode page() {
        var page = PageFixture.pages()
                .with("oidc.redirect_uris", "[\"https://app.example.com/callback\",\"https://app.example.com/second\"]")
                .configuration();
        page.remove(List.of("scim", "ul"));
        return page;
    }
}
