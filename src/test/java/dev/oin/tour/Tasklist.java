package dev.oin.tour;

import org.openqa.selenium.By;

/** An analyst in front of the engine's Tasklist, with our forms in it. */
record Tasklist(Person analyst) {

    private static final By TO_JUDGE = By.cssSelector(
            ".oin-review-form section > ul > li .oin-choice button[aria-pressed='false'][aria-label^='Pass ']");

    private static final By BLOCKED = By.cssSelector(
            ".oin-review-form section > ul > li .oin-choice button[aria-disabled='true'][aria-label^='Pass ']");

    /** Opens the only task with that name, and claims it where nobody holds it. */
    void open(String task) {
        analyst.visit("/camunda/app/tasklist/default/#/");
        analyst.click(By.linkText("All reviews by due date"));
        analyst.click(By.xpath("//*[contains(@class,'tasks-list')]//h4[normalize-space()='%s']".formatted(task)));
        analyst.reads("Decision");
        if (analyst.sees(By.cssSelector("button.claim"))) {
            analyst.click(By.cssSelector("button.claim"));
            analyst.awaits(By.cssSelector("button.unclaim"));
            analyst.reads("Decision");
        }
    }

    void addIssue(String check, String text) {
        analyst.fill("Rule or check", check);
        analyst.fill("What was seen, and what to change", text);
        analyst.press("Add issue");
    }

    void passEverything() {
        analyst.awaits(By.cssSelector(".oin-decision"));
        while (analyst.sees(BLOCKED) || analyst.sees(TO_JUDGE)) {
            if (analyst.sees(BLOCKED)) {
                var item = analyst.label(BLOCKED).substring("Pass ".length());
                analyst.fill("Note on " + item, "Not offered yet.");
                analyst.press("N/A " + item);
                analyst.reads(item + " is saved.");
            } else {
                var item = analyst.label(TO_JUDGE).substring("Pass ".length());
                analyst.click(TO_JUDGE);
                analyst.reads(item + " is saved.");
            }
        }
    }

    void decide(String button) {
        analyst.press(button);
        analyst.loses(By.cssSelector(".oin-decision"));
    }
}
