package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.FixtureSite;
import dev.oin.checks.browser.Browser.Terms;
import dev.oin.checks.browser.TestBrowser;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuietIT {

    private static final TestBrowser BROWSER = new TestBrowser();
    private static final Duration WHILE = Duration.ofMillis(800);
    private static final Duration SOON = Duration.ofSeconds(15);

    private final FixtureSite site = new FixtureSite().page("/", "<a id='go' href='/home'>Go on</a>");

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_page_is_not_at_rest_while_more_of_it_is_on_its_way() {
        var rest = new CountDownLatch(1);
        site.pageInParts("/home", "<h1>Dashboard</h1>" + "<p>Part</p>".repeat(200), () -> await(rest), "<p>Ada</p>");

        var words = BROWSER.browser().inFreshContext(Terms.within(Duration.ofMinutes(1)), tab -> {
            tab.open(site.at("/"));
            tab.click("#go");
            assertThat(tab.await(SOON, tab::isArriving)).isTrue();
            var quiet = Quiet.afterClick(tab);
            assertThat(tab.await(WHILE, quiet::lasts)).isFalse();
            rest.countDown();
            assertThat(tab.await(SOON, quiet::lasts)).isTrue();
            return tab.text();
        });

        assertThat(words).endsWith("Ada");
    }

    @Test
    void a_page_that_may_be_filled_is_waited_for_until_it_says_what_is_looked_for() {
        site.page("/home", "<p id='who'>Loading</p><script>setTimeout(() => who.textContent = 'Ada', 800)</script>");

        var words = BROWSER.browser().inFreshContext(Terms.within(Duration.ofMinutes(1)), tab -> {
            tab.open(site.at("/home"));
            var quiet = Quiet.beforePicture(tab, looksFor("Ada"));
            assertThat(tab.await(SOON, quiet::lasts)).isTrue();
            return tab.text();
        });

        assertThat(words).isEqualTo("Ada");
    }

    @Test
    void and_not_for_ever() {
        site.page("/home", "<p>Loading</p><script></script>");

        var rests = BROWSER.browser().inFreshContext(Terms.within(Duration.ofMinutes(1)), tab -> {
            tab.open(site.at("/home"));
            return tab.await(SOON, Quiet.beforePicture(tab, looksFor("Ada"))::lasts);
        });

        assertThat(rests).isTrue();
    }

    private static Quiet.Place looksFor(String word) {
        return new Quiet.Place(() -> false, text -> text.contains(word));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
