package dev.oin.tour;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.FluentWait;

/** Somebody in front of a window: reads, types and presses, and waits for what the page says. */
final class Person {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ChromeDriver driver;
    private final String window;
    private final String address;
    private int clicks;
    private int fields;

    Person(ChromeDriver driver, String window, String address) {
        this.driver = driver;
        this.window = window;
        this.address = address;
    }

    void visit(String path) {
        driver.switchTo().window(window);
        driver.get(address + path);
    }

    /** Visits the page anew until it says so. */
    void visitUntil(String path, String words) {
        waiting("\"" + words + "\"").until(browser -> {
            visit(path);
            return text().contains(words);
        });
    }

    /** Types into the field with that id or that accessible name. */
    void fill(String field, String text) {
        fill(By.xpath("//*[self::input or self::textarea][@id='%1$s' or @aria-label='%1$s']".formatted(field)), text);
    }

    void fill(By field, String text) {
        var input = find(field);
        input.clear();
        input.sendKeys(text);
        fields++;
    }

    /** Chooses a file of this machine. */
    void choose(String field, Path file) {
        find(By.id(field)).sendKeys(file.toAbsolutePath().toString());
        fields++;
    }

    /** Loses the network, or gets it back. */
    void hasNetwork(boolean there) {
        driver.switchTo().window(window);
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Leaves the product for an empty page. */
    void leave() {
        driver.switchTo().window(window);
        driver.get("about:blank");
    }

    /** What stands in the field with that id. */
    String value(String field) {
        return String.valueOf(find(By.id(field)).getDomProperty("value"));
    }

    /** Enters a day, whatever the browser's language writes first. */
    void pickDay(String field, LocalDate day) {
        driver.executeScript("arguments[0].value = arguments[1]", find(By.id(field)), day.toString());
    }

    void press(String button) {
        click(By.xpath(
                "//button[normalize-space()='%1$s' or @aria-label='%1$s'][not(ancestor::header)]".formatted(button)));
    }

    void click(By what) {
        at(what, element -> {
            driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
            element.click();
            return true;
        });
        clicks++;
    }

    void follow(String link) {
        click(By.linkText(link));
    }

    /** How often something was clicked since the counting began. */
    int clicks() {
        return clicks;
    }

    /** How many fields were filled in since the counting began. */
    int fields() {
        return fields;
    }

    void startCounting() {
        clicks = 0;
        fields = 0;
    }

    void awaits(By what) {
        find(what);
    }

    void loses(By what) {
        loses(what, PATIENCE);
    }

    void loses(By what, Duration atMost) {
        waiting("the end of " + what).withTimeout(atMost).until(browser -> !sees(what));
    }

    /** Whether it is there now. */
    boolean sees(By what) {
        driver.switchTo().window(window);
        return driver.findElements(what).stream().anyMatch(WebElement::isDisplayed);
    }

    /** Whether all of it is on the screen, without scrolling. */
    boolean isInView(By what) {
        return Boolean.TRUE.equals(driver.executeScript(
                "const at = arguments[0].getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight",
                find(what)));
    }

    /** As an impatient hand does. */
    void pressTwice(By what) {
        driver.executeScript("arguments[0].click(); arguments[0].click()", find(what));
    }

    String words(By what) {
        return at(what, WebElement::getText);
    }

    /** The accessible name that the page gives it. */
    String label(By what) {
        return at(what, WebElement::getAccessibleName);
    }

    /** Waits until the page says so. */
    void reads(String words) {
        waiting("\"" + words + "\"").until(browser -> text().contains(words));
    }

    /** What the page says now; nothing while another one is on its way. */
    String text() {
        driver.switchTo().window(window);
        try {
            return driver.findElements(By.tagName("body")).stream()
                    .map(WebElement::getText)
                    .findFirst()
                    .orElse("");
        } catch (WebDriverException replaced) {
            // The driver has a word for an element of a page that is gone, but does not always use it.
            if (String.valueOf(replaced.getMessage()).contains("does not belong to the document")) {
                return "";
            }
            throw replaced;
        }
    }

    /** Where the page is, without the server's address. */
    String path() {
        driver.switchTo().window(window);
        return driver.getCurrentUrl().substring(address.length());
    }

    /** The title of the page, for messages. */
    String place() {
        return driver.getTitle();
    }

    /** What the page does wrong for people with a disability, in both themes. */
    List<String> barriers() {
        return List.of("light", "dark").stream()
                .flatMap(theme -> {
                    driver.executeScript("document.documentElement.dataset.bsTheme = arguments[0]", theme);
                    return new AxeBuilder()
                            .analyze(driver).getViolations().stream()
                                    .map(rule -> "%s, %s: %s".formatted(place(), theme, words(rule)));
                })
                .toList();
    }

    List<String> barriersAt(String... paths) {
        return Stream.of(paths)
                .peek(this::visit)
                .flatMap(path -> barriers().stream())
                .toList();
    }

    /** The same at a run in that list, with its first traffic laid open. */
    List<String> barriersAtRun(String list) {
        visit(list);
        click(By.cssSelector("main th a"));
        click(By.cssSelector("details.fold > summary"));
        click(By.cssSelector("details.verdict-row > summary"));
        click(By.linkText("Network traffic"));
        click(By.cssSelector("details.exchange > summary"));
        return barriers();
    }

    private static String words(Rule rule) {
        return rule.getId() + " at "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                        .toList();
    }

    private WebElement find(By what) {
        return at(what, element -> element);
    }

    /** Does something with what is shown there, once it is; once more where the page is redrawn in between. */
    private <T> T at(By what, Function<WebElement, T> work) {
        return waiting(what.toString()).until(browser -> {
            driver.switchTo().window(window);
            return driver.findElements(what).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .map(work)
                    .orElse(null);
        });
    }

    private FluentWait<WebDriver> waiting(String what) {
        return new FluentWait<WebDriver>(driver)
                .withMessage(() -> what + " does not come at " + driver.getCurrentUrl() + ":\n" + text())
                .withTimeout(PATIENCE)
                .pollingEvery(Duration.ofMillis(200))
                .ignoring(StaleElementReferenceException.class);
    }
}
