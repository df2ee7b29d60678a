package dev.oin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A newcomer's first commands, and the way of an integration as ISV, analyst and customers see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class TourIT {

    private static final String ISV = "ada@acme.test";
    private static final String ANALYST = "dana@oin.test";
    private static final String LEAD = "lee@oin.test";

    private RunningProduct product;
    private People people;
    private String submission;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        product = RunningProduct.in(directory);
        people = new People(product.address());
        submission = aDraftReadyToSubmit();
    }

    @AfterAll
    void end() {
        people.close();
        product.close();
    }

    @Test
    void the_tour_publishes_twice_without_a_person() throws Exception {
        var status = product.tour();

        var output = product.log("tour");
        System.out.println(output);
        assertThat(status).as(output).isZero();
        assertThat(output).contains("Published twice");
    }

    @Test
    void isv_and_analyst_bring_a_draft_to_the_catalog_in_their_browsers() throws Exception {
        var isv = people.signedIn(ISV, product.password(ISV));
        isv.reads("Your OIN Integrations");
        isv.visit("/submissions/" + submission + "/testing");
        isv.reads("1 not met: Certify");
        isv.click(By.id("certified"));
        isv.press("Submit integration");
        isv.reads("Submitted. The OIN team has it now");

        var analyst = people.signedIn(ANALYST, product.password(ANALYST));
        analyst.reads("Queue");
        var tasklist = new Tasklist(analyst);
        tasklist.open("Initial review");
        tasklist.addIssue("IR-DS-4", "Say in one sentence what an administrator gains.");
        tasklist.decide("Return with 1 issue");

        isv.visit("/submissions/" + submission);
        isv.reads("Say in one sentence what an administrator gains.");
        isv.fill("reply-1", "The description's last sentence says it.");
        isv.press("Send reply");
        isv.reads("Reply sent.");
        isv.press("Tell the team");
        isv.reads("Sent. The review goes on.");

        analyst.visit("/review/" + submission);
        assertThat(analyst.barriers()).isEmpty();
        tasklist.open("Initial review");
        tasklist.passEverything();
        tasklist.decide("Approve: goes to QA");
        tasklist.open("Verify in QA");
        tasklist.passEverything();
        tasklist.decide("Approve: is published");

        isv.visitUntil("/submissions/" + submission, "Live in the catalog");
        var name = isv.words(By.cssSelector("h1 span"));
        var customer = people.stranger();
        customer.visit("/catalog");
        customer.click(By.linkText(name));
        customer.reads("by Acme (acme.test, domain verified)");
        assertThat(customer.barriers()).isEmpty();
        customer.visitUntil("/dev/mail", ": published");
        assertThat(customer.text())
                .contains(
                        ": submitted, initial review by ",
                        ": new in the queue, Initial review due ",
                        ": your turn, 1 issue",
                        ": answer received, initial review by ",
                        ": initial review passed, QA by ");
    }

    @Test
    void no_page_shuts_out_people_with_a_disability() throws Exception {
        var visitor = people.stranger();
        var isv = people.signedIn(ISV, product.password(ISV));
        isv.reads("Your OIN Integrations");
        var lead = people.signedIn(LEAD, product.password(LEAD));
        lead.reads("Queue");
        var draft = "/submissions/" + submission;

        var barriers = Stream.of(
                        visitor.barriersAt("/sign-in", "/catalog", "/checks"),
                        isv.barriersAt(
                                "/",
                                draft + "/protocols",
                                draft + "/configuration",
                                draft + "/test-information",
                                draft + "/testing",
                                draft,
                                "/organization",
                                "/dev/mail"),
                        lead.barriersAt("/review", "/insight"),
                        isv.barriersAtRun(draft + "/runs"))
                .flatMap(List::stream);

        assertThat(barriers).isEmpty();
    }

    private String aDraftReadyToSubmit() throws Exception {
        assertThat(product.tour("draft")).as(product.log("tour")).isZero();
        var output = product.log("tour").strip();
        return output.substring(output.lastIndexOf(' ') + 1);
    }
}
