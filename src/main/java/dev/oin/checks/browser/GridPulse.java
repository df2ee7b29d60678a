package dev.oin.checks.browser;

import java.time.Duration;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/** Keeps a grid from ending a warm session, for it counts none of the commands that go past the driver, and notices when the session is gone. */
final class GridPulse {

    /** A grid ends a session after five minutes without a command, unless its operator says otherwise. */
    private static final Duration BEAT = Duration.ofSeconds(20);

    private GridPulse() {}

    static void keep(WebDriver driver, RunningBrowser browser) {
        Thread.ofVirtual().name("grid-session").start(() -> beat(driver, browser));
    }

    private static void beat(WebDriver driver, RunningBrowser browser) {
        try {
            while (!browser.isLostWithin(BEAT)) {
                driver.getWindowHandle();
            }
        } catch (WebDriverException gone) {
            browser.declareLost("The grid has ended the session");
        }
    }
}
