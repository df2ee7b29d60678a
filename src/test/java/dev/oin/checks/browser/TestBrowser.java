package dev.oin.checks.browser;

/** A real browser for tests of other packages. */
public final class TestBrowser implements AutoCloseable {

    private final WarmBrowser browser;

    public TestBrowser() {
        var properties = BrowserProperties.defaults();
        browser = new WarmBrowser(2, new BrowserStart(properties)::start);
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
    }
}
