package dev.oin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.openqa.selenium.By;

/** The life of one integration after its draft, played by ISV, analyst and lead on their pages; each act goes on where the one before it ended. */
final class ReviewPlay {

    private static final String RETURNED = "Returned. The ISV gets a mail with the issues.";
    private static final String APPROVED = "Approved. The ISV gets a mail.";
    private static final String SECOND_SENTENCE = "Said again, in fewer words.";

    private final RunningProduct product;
    private final People people;
    private final Person isv;
    private final Person analyst;
    private final Person lead;
    private final String submission;
    private String catalogPage = "";
    private String update = "";

    ReviewPlay(RunningProduct product, People people, String submission) throws IOException {
        this.product = product;
        this.people = people;
        this.submission = submission;
        this.isv = signedIn("ada@acme.test");
        this.analyst = signedIn("dana@oin.test");
        this.lead = signedIn("lee@oin.test");
    }

    private Person signedIn(String email) throws IOException {
        return people.signedIn(email, product.password(email));
    }

    /** T3, T5: two rounds, the same issue opened again, then T6. */
    void twoRoundsOfIssues() {
        submit(submission);
        var desk = new ReviewWorkspace(analyst, submission);
        desk.claim();
        desk.fail("IR-DS-4");
        assertThat(analyst.value("issue-text")).startsWith("The description has mistakes");
        desk.addIssue("IR-DS-4", "Say in one sentence what an administrator gains.");
        desk.decide("Return with 1 issue", RETURNED);
        answer(1, "The last sentence says it.");
        desk.open();
        analyst.reads("The last sentence says it.");
        analyst.press("Open issue 1 again");
        analyst.reads("Issue #1 is open.");
        desk.decide("Return with 1 issue", RETURNED);
        answer(1, "Said more plainly in the guide, too.");
        desk.open();
        desk.passEverything();
        desk.decide("Approve: goes to QA", APPROVED);
    }

    /** QA finds that the app swaps names; a lead lets that pass for a while, a bug in the guide does not pass (T7). */
    void qaWithAWaiver() {
        var desk = new ReviewWorkspace(analyst, submission);
        desk.awaitQa();
        analyst.click(By.xpath("//summary[normalize-space()='Ask to waive a check']"));
        analyst.fill("waive-check", "JIT_SP");
        analyst.fill("waive-reason", "Their library is fixed in spring.");
        analyst.pickDay("waive-until", LocalDate.now().plusMonths(3));
        analyst.press("Ask for the waiver");
        analyst.reads("a lead who is somebody else confirms.");
        lead.visit("/review/" + submission);
        lead.press("Confirm the waiver of JIT_SP");
        lead.reads("confirmed by");
        assertThat(lead.barriers()).isEmpty();
        desk.open();
        desk.addIssue("QA-2", "Step 3 of the guide names a button that is not there.");
        desk.decide("Return with 1 issue", RETURNED);
    }

    /** T8, T11, T13: an edit, tested again, passes its final review and is published with the exception. */
    void fixFinalReviewAndPublication() throws IOException {
        assertThat(product.tour("fix", submission)).as(product.log("tour")).isZero();
        product.weaken("jit-wrong-names");
        submit(submission);
        var desk = new ReviewWorkspace(analyst, submission);
        desk.awaitQa();
        analyst.reads("Final review");
        assertThat(analyst.barriers()).isEmpty();
        desk.passEverything();
        desk.decide("Approve: is published", APPROVED);
        isv.visitUntil("/submissions/" + submission, "Live in the catalog");
        isv.click(By.linkText("View in catalog"));
        isv.reads("1 exception");
        catalogPage = isv.path();
    }

    /** T16: the new words are public after a short review; nothing is tested. */
    void catalogOnlyUpdate() {
        isv.visit("/submissions/" + submission);
        isv.click(By.id("kind-catalog"));
        isv.press("Edit integration");
        isv.reads("A catalog-only update changes");
        update = isv.path().split("/")[2];
        isv.fill("description", SECOND_SENTENCE);
        isv.click(By.cssSelector(".form-foot button[name=stay]"));
        isv.visit("/submissions/" + update + "/configuration");
        isv.reads(SECOND_SENTENCE);
        submit(update);
        var desk = new ReviewWorkspace(analyst, update);
        desk.claim();
        analyst.reads("Catalog review");
        assertThat(analyst.barriers()).isEmpty();
        desk.passEverything();
        desk.decide("Approve: is published", APPROVED);
        isv.visitUntil("/submissions/" + update, "Live in the catalog");
        var customer = people.stranger();
        customer.visit(catalogPage);
        customer.reads(SECOND_SENTENCE);
        assertThat(customer.text()).contains("version 2", "1 exception");
    }

    /** The lead takes the update back; customers see the version before it, the ISV why. */
    void rollBack() {
        lead.visit(catalogPage);
        lead.click(By.xpath("//summary[normalize-space()='Roll back to version 1']"));
        assertThat(lead.barriers()).isEmpty();
        lead.fill("roll-back-reason", "The description promises too much.");
        lead.press("Roll back version 2");
        lead.reads("taken back");
        assertThat(lead.text()).contains("version 1").doesNotContain(SECOND_SENTENCE);
        isv.visit("/submissions/" + update);
        isv.reads("Taken back; customers get version 1 again");
        isv.click(By.linkText("Open the version that is live"));
        isv.reads("This integration is read-only");
        isv.visitUntil("/dev/mail", ": version 2 was rolled back");
        analyst.visit(catalogPage);
        assertThat(analyst.sees(By.id("roll-back-reason"))).isFalse();
    }

    private void submit(String which) {
        isv.visit("/submissions/" + which + "/testing");
        isv.click(By.id("certified"));
        isv.press("Submit integration");
        isv.reads("Submitted. The OIN team has it now");
    }

    private void answer(int issue, String text) {
        isv.visit("/submissions/" + submission);
        isv.fill("reply-" + issue, text);
        isv.press("Send reply");
        isv.reads("Reply sent.");
        isv.press("Tell the team");
        isv.reads("Sent. The review goes on.");
    }
}
