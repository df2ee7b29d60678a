package dev.oin.submission;

/** The wizard's pages, in order; also the values of the process variable {@code nextPage}. */
public enum WizardPage {
    PROTOCOLS("selectProtocols", "protocols"),
    CONFIGURATION("configureIntegration", "configuration"),
    TEST_INFORMATION("enterTestInformation", "test-information"),
    TESTING("testIntegration", "testing");

    private final String task;
    private final String path;

    WizardPage(String task, String path) {
        this.task = task;
        this.path = path;
    }

    /** The id of the page's user task. */
    public String task() {
        return task;
    }

    /** The last segment of the page's address. */
    public String path() {
        return path;
    }
}
