package dev.oin.checks.browser;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The installed browser, for tests that use pages as people do. */
public final class PeoplesBrowser {

    private PeoplesBrowser() {}

    public static ChromeDriver start() {
        var installed = InstalledBrowser.find(BrowserProperties.defaults());
        var options = new ChromeOptions();
        options.enableBiDi();
        options.setBinary(installed.binary().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-prefers-reduced-motion",
                "--window-size=1280,900");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installed.driver().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        return new ChromeDriver(service, options);
    }
}
