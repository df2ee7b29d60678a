package dev.oin.checks.browser;

import dev.oin.kernel.Pause;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.bidi.Command;
import org.openqa.selenium.bidi.HasBiDi;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.devtools.CdpEndpointFinder;
import org.openqa.selenium.remote.Augmenter;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Starts a browser: one of this machine, or one of a Selenium Grid. */
final class BrowserStart {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserStart.class);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private static final HttpClient.Factory CLIENTS = HttpClient.Factory.createDefault();
    private static final Map<String, @Nullable Object> NOT_FOLLOWED = Map.of(
            "method",
            "Target.setAutoAttach",
            "params",
            Map.of("autoAttach", false, "waitForDebuggerOnStart", false, "flatten", true));

    private final BrowserProperties properties;

    BrowserStart(BrowserProperties properties) {
        this.properties = properties;
    }

    RunningBrowser start() {
        var grid = properties.gridUrl();
        try {
            return grid == null ? startHere(InstalledBrowser.find(properties)) : startOn(grid);
        } catch (WebDriverException failed) {
            throw new BrowserMissing("The browser does not start: " + firstLine(failed), failed);
        }
    }

    private RunningBrowser startHere(InstalledBrowser installed) {
        var options = options();
        options.setBinary(installed.binary().toFile());
        var profile = profile();
        options.addArguments("--user-data-dir=" + profile);
        if (isRoot()) {
            options.addArguments("--no-sandbox");
        }
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installed.driver().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        var driver = new ChromeDriver(service, options, patient());
        var processes = processesOf(driver.getCapabilities());
        LeftBehind.note(profile, processes.roots());
        return running(driver, driver.getCapabilities(), processes, () -> remove(profile));
    }

    private RunningBrowser startOn(URI grid) {
        var session = session(grid);
        var browser = running(
                new Augmenter().augment(session), session.getCapabilities(), new ProcessTree(Stream.empty()), () -> {});
        GridPulse.keep(session, browser);
        return browser;
    }

    /** A grid goes on handing out a node that has died until it notices, or another one takes its place: within half the time of a start, it is asked again. */
    private RemoteWebDriver session(URI grid) {
        var end = System.nanoTime() + properties.startWithin().dividedBy(2).toNanos();
        while (true) {
            try {
                return new RemoteWebDriver(grid.toURL(), options());
            } catch (MalformedURLException wrong) {
                throw new BrowserMissing("oin.browser.grid-url is no address: " + grid, wrong);
            } catch (WebDriverException failed) {
                if (System.nanoTime() > end) {
                    throw failed;
                }
                LOG.info("The grid has no browser yet: {}", firstLine(failed));
                if (!Pause.of(BETWEEN_TRIES)) {
                    throw failed;
                }
            }
        }
    }

    private RunningBrowser running(
            WebDriver driver, Capabilities capabilities, ProcessTree processes, Runnable cleanUp) {
        var browser = connected(driver, capabilities, processes, cleanUp);
        try {
            leaveAlone(driver);
            browser.follow();
            return browser;
        } catch (RuntimeException failed) {
            browser.end();
            throw failed;
        }
    }

    private RunningBrowser connected(
            WebDriver driver, Capabilities capabilities, ProcessTree processes, Runnable cleanUp) {
        try {
            return new RunningBrowser(
                    driver, listener -> connect(capabilities, listener), processes, cleanUp, properties);
        } catch (RuntimeException unusable) {
            driver.quit();
            cleanUp.run();
            throw unusable;
        }
    }

    private DevTools connect(Capabilities capabilities, DevTools.Listener listener) {
        if (!(capabilities.getCapability("se:cdp") instanceof String address)) {
            throw new BrowserMissing("The browser offers no DevTools connection");
        }
        return new DevTools(
                CdpEndpointFinder.getHttpClient(CLIENTS, URI.create(address), patient()), address, listener);
    }

    /**
     * {@code chromium-headless-shell} starts with a driver that speaks WebDriver BiDi alone, and the driver's part in the browser then follows each page of anybody, at as much cost as all
     * the rest of a case. Nothing here needs it.
     */
    private static void leaveAlone(WebDriver driver) {
        if (driver instanceof HasBiDi speaking) {
            try {
                speaking.maybeGetBiDi()
                        .ifPresent(
                                bidi -> bidi.send(new Command<>("goog:cdp.sendCommand", NOT_FOLLOWED, answer -> true)));
            } catch (WebDriverException follows) {
                LOG.info("The browser's driver follows its pages, which costs time: {}", firstLine(follows));
            }
        }
    }

    private ClientConfig patient() {
        return ClientConfig.defaultConfig()
                .connectionTimeout(properties.startWithin())
                .readTimeout(properties.startWithin());
    }

    private static ChromeOptions options() {
        var options = new ChromeOptions();
        options.enableBiDi();
        options.addArguments(
                "--headless",
                "--disable-gpu",
                "--disable-quic",
                // Datagrams would go past the proxy, and so past the address rules.
                "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                "--webrtc-ip-handling-policy=disable_non_proxied_udp",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--proxy-bypass-list=<-loopback>");
        return options;
    }

    private static ProcessTree processesOf(Capabilities capabilities) {
        var browser = capabilities.getCapability("goog:processID") instanceof Number pid
                ? ProcessHandle.of(pid.longValue())
                : Optional.<ProcessHandle>empty();
        return new ProcessTree(Stream.concat(browser.flatMap(ProcessHandle::parent).stream(), browser.stream()));
    }

    private static Path profile() {
        try {
            return LeftBehind.newProfile();
        } catch (IOException full) {
            throw new BrowserMissing("No temporary folder for the browser's profile", full);
        }
    }

    private static void remove(Path profile) {
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException stillInUse) {
            LOG.debug("Left behind: {}", profile, stillInUse);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String firstLine(WebDriverException failed) {
        var message = failed.getMessage();
        return message == null
                ? failed.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
