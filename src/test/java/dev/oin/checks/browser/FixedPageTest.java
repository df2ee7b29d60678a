package dev.oin.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.Exchange;
import dev.oin.checks.Exchange.Header;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPageTest {

    private static final Header HTML = new Header("Content-Type", "text/html; charset=utf-8");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<h1>Welcome</h1><form action='/next'><input name='on' value='1'><button>Next</button></form>",
                "<head><link rel=stylesheet href=/a.css></head><p>Based on = and onions</p>"
            })
    void a_page_without_anything_that_runs_stays_as_it_is(String source) {
        assertThat(FixedPage.is(page(source, HTML))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=/app.js></script>",
                "<SCRIPT>location = '/next'</SCRIPT>",
                "<body onload='document.forms[0].submit()'>",
                "<img src=x\nonerror = go()>",
                "<svg/onload=go()>",
                "<a title=\"x\"onfocus=go() autofocus>",
                "<iframe srcdoc='x'></iframe>",
                "<frameset><frame src=/menu></frameset>",
                "<object data=/x></object>",
                "<embed src=/x>",
                "<meta http-equiv='refresh' content='0; url=/next'>"
            })
    void one_that_can_run_embed_or_lead_on_does_not(String source) {
        assertThat(FixedPage.is(page("<h1>Welcome</h1>" + source, HTML))).isFalse();
    }

    @Test
    void nor_does_one_whose_head_leads_on() {
        assertThat(FixedPage.is(page("<h1>Welcome</h1>", HTML, new Header("refresh", "1; url=/next"))))
                .isFalse();
    }

    @Test
    void what_is_not_known_as_a_whole_or_no_plain_page_may_change() {
        assertThat(FixedPage.is(page(null, HTML))).isFalse();
        assertThat(FixedPage.is(page("a".repeat(Exchange.BODY_LIMIT + 1), HTML)))
                .isFalse();
        assertThat(FixedPage.is(page("<html xmlns='http://www.w3.org/1999/xhtml'/>")))
                .isFalse();
        assertThat(FixedPage.is(page("<a/>", new Header("Content-Type", "application/xml"))))
                .isFalse();
    }

    private static Exchange page(@Nullable String source, Header... headers) {
        return new Exchange(
                Instant.EPOCH,
                Duration.ZERO,
                "document",
                "GET",
                URI.create("https://app.example.com/"),
                List.of(),
                null,
                200,
                List.of(headers),
                source,
                null);
    }
}
