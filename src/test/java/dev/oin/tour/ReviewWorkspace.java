package dev.oin.tour;

import org.openqa.selenium.By;

/** A reviewer in front of the workspace of one submission. */
record ReviewWorkspace(Person reviewer, String submission) {

    private static final By TO_PASS =
            By.cssSelector("[data-checklist] button[value='PASS']:not([aria-disabled='true'])");
    private static final By BLOCKED = By.cssSelector("[data-checklist] button[value='PASS'][aria-disabled='true']");

    void open() {
        reviewer.visit("/review/" + submission);
    }

    void claim() {
        open();
        reviewer.press("Claim");
        reviewer.reads("You hold it now.");
    }

    /** Fails an item; the issue is begun with the rule's reason text. */
    void fail(String item) {
        reviewer.press("Fail " + item);
        reviewer.reads(item + " is saved. Say what to change.");
    }

    void addIssue(String check, String text) {
        if (!reviewer.sees(By.id("issue-check"))) {
            reviewer.click(By.cssSelector("#add-issue > summary"));
        }
        reviewer.fill("issue-check", check);
        reviewer.fill("issue-text", text);
        reviewer.press("Add issue");
        reviewer.reads("The issue was added.");
    }

    /** Passes what can be passed; leaves out, with the reason, what needs a run that is not offered. */
    void passEverything() {
        while (reviewer.sees(TO_PASS)) {
            judge(reviewer.label(TO_PASS).substring("Pass ".length()), "Pass ");
        }
        while (reviewer.sees(BLOCKED)) {
            var item = reviewer.label(BLOCKED).substring("Pass ".length());
            reviewer.fill("note-" + item, "Not offered yet.");
            judge(item, "N/A ");
        }
    }

    private void judge(String item, String how) {
        reviewer.press(how + item);
        reviewer.reads(item + " is saved.");
    }

    void decide(String button, String done) {
        reviewer.press(button);
        reviewer.reads(done);
    }

    /** Visits it anew until QA's automated checks are done. */
    void awaitQa() {
        reviewer.visitUntil("/review/" + submission, "Ask to waive a check");
    }
}
