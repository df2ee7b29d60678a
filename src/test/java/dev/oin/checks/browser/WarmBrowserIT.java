package dev.oin.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.oin.checks.Exchange;
import dev.oin.checks.FixtureSite;
import dev.oin.checks.FixtureSite.Answer;
import dev.oin.egress.Capture;
import dev.oin.egress.EgressFixture;
import dev.oin.vault.Secret;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class WarmBrowserIT {

    private static final Browser.Terms TERMS = Browser.Terms.within(Duration.ofSeconds(30));
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<RunningBrowser> STARTED = new ArrayList<>();
    private static WarmBrowser browser;

    private FixtureSite site;

    @BeforeAll
    static void start() {
        browser = counting(BrowserProperties.defaults());
    }

    @AfterAll
    static void stop() {
        browser.close();
        assertThat(STARTED)
                .allSatisfy(one -> assertThat(one.processes().members()).allMatch(process -> !isRunning(process)));
    }

    @BeforeEach
    void serve() {
        site = new FixtureSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_context_sees_nothing_that_another_one_left_behind() {
        site.serve(
                "/",
                asked -> Answer.html(
                                "<p id='seen'>" + asked.cookies() + "</p><script>"
                                        + "document.title = localStorage.getItem('k') || 'nothing';localStorage.setItem('k', 'left');</script>")
                        .with("Set-Cookie", "session=one; Path=/"));

        var first = browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/"));
            tab.open(site.at("/"));
            return tab.title() + "|" + tab.textOf("#seen").orElseThrow();
        });
        var second = browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/"));
            return tab.title() + "|" + tab.textOf("#seen").orElseThrow();
        });

        assertThat(first).isEqualTo("left|session=one");
        assertThat(second).isEqualTo("nothing|");
    }

    @Test
    void no_picture_shows_a_secret_that_was_typed() {
        site.page(
                "/",
                "<input id='field' style='font: 16px monospace'><p id='echo' style='font: 16px monospace'></p><script>"
                        + "field.oninput = () => echo.textContent = 'You typed ' + field.value</script>");

        var first = pictureOf("abcdefgh");
        var second = pictureOf("ijklmnop");

        assertThat(first).isEqualTo(second);
    }

    private byte[] pictureOf(String secret) {
        return browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/"));
            tab.type("#field", new Secret(secret));
            assertThat(tab.textOf("#echo")).hasValue("You typed " + secret);
            return tab.screenshot().orElseThrow();
        });
    }

    @Test
    void a_page_cannot_send_past_the_proxy() throws Exception {
        try (var trap = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                var proxy = EgressFixture.loopbackProxies().open(Capture.NONE)) {
            trap.setSoTimeout(1500);
            site.page("/", """
                    <p id='state'>gathering</p><script>
                      const peer = new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.1:%d'}]});
                      peer.createDataChannel('x');
                      peer.onicegatheringstatechange = () => state.textContent = peer.iceGatheringState;
                      peer.createOffer().then(offer => peer.setLocalDescription(offer));
                    </script>""".formatted(trap.getLocalPort()));
            var terms = new Browser.Terms(Duration.ofSeconds(30), URI.create("http://" + proxy.address()));

            browser.inFreshContext(terms, tab -> {
                tab.open(site.at("/"));
                return tab.await(
                        Duration.ofSeconds(10),
                        () -> tab.textOf("#state").filter("complete"::equals).isPresent());
            });

            assertThatThrownBy(() -> trap.receive(new DatagramPacket(new byte[100], 100)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void contexts_side_by_side_stay_apart() {
        site.serve(
                        "/set",
                        asked -> Answer.redirect("/who")
                                .with("Set-Cookie", "who=" + asked.parameters().get("n")))
                .serve("/who", asked -> Answer.html("<p id='seen'>" + asked.cookies() + "</p>"));

        var seen = IntStream.range(0, 12)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> browser.inFreshContext(TERMS, tab -> {
                            tab.open(site.at("/set?n=" + n));
                            tab.await(SOON, () -> tab.exchanges().size() > 1);
                            return tab.textOf("#seen").orElse("") + "|"
                                    + tab.exchanges().size();
                        }),
                        task -> Thread.startVirtualThread(task)))
                .toList();

        for (var n = 0; n < seen.size(); n++) {
            assertThat(seen.get(n).join()).isEqualTo("who=" + n + "|2");
        }
    }

    @Test
    void types_and_clicks_like_a_person() {
        site.page(
                        "/",
                        "<form method='post' action='/in'><input name='user' id='user' value='old'><input type='password' name='word' id='word'>"
                                + "<div style='height:3000px'></div><button id='go'>Sign in</button></form>")
                .serve("/in", asked -> Answer.html("<h1>" + asked.body() + "</h1>"));

        var text = browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/"));
            assertThat(tab.type("#user", "zoë@example.com")).isTrue();
            assertThat(tab.type("#word", "s3cret")).isTrue();
            assertThat(tab.click("#missing")).isFalse();
            assertThat(tab.click("#go")).isTrue();
            assertThat(tab.await(SOON, () -> tab.shows("h1"))).isTrue();
            return tab.text();
        });

        assertThat(text).isEqualTo("user=zo%C3%AB%40example.com&word=s3cret");
    }

    @Test
    void nothing_is_shown_before_the_style_that_gives_it_its_place() {
        var style = new CountDownLatch(1);
        site.serve("/late.css", asked -> {
                    await(style);
                    return Answer.html("#go { position: absolute; top: 500px; left: 300px }")
                            .with("Content-Type", "text/css");
                })
                .page(
                        "/",
                        "<html><head><link rel='stylesheet' href='/late.css'></head><body>"
                                + "<button id='go' onclick='document.title=\"hit\"'>Go</button></body></html>");

        var title = browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/"));
            assertThat(tab.shows("#go")).isFalse();
            style.countDown();
            assertThat(tab.await(SOON, () -> tab.click("#go"))).isTrue();
            return tab.title();
        });

        assertThat(title).isEqualTo("hit");
    }

    @Test
    void a_page_that_sends_its_form_before_it_can_be_read_was_reached() {
        var never = new CountDownLatch(1);
        site.serve("/never.js", asked -> {
                    await(never);
                    return Answer.html("");
                })
                .page(
                        "/",
                        "<form method='post' action='/next'></form><script>document.forms[0].submit()</script>"
                                + "<script src='/never.js'></script>")
                .page("/next", "<h1>Next</h1>");

        var arrival = browser.inFreshContext(TERMS, tab -> {
            var first = tab.open(site.at("/"));
            assertThat(tab.await(SOON, () -> tab.shows("h1"))).isTrue();
            return first;
        });
        never.countDown();

        assertThat(arrival).isEqualTo(new BrowserTab.Arrival.Reached());
    }

    @Test
    void a_style_that_never_comes_hides_a_page_for_a_moment_only() {
        var never = new CountDownLatch(1);
        site.serve("/never.css", asked -> {
                    await(never);
                    return Answer.html("");
                })
                .page(
                        "/",
                        "<html><head><link rel='stylesheet' href='/never.css'></head><body><h1>Here</h1></body></html>");

        var shown = browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/"));
            return tab.await(Duration.ofSeconds(10), () -> tab.shows("h1"));
        });
        never.countDown();

        assertThat(shown).isTrue();
    }

    @Test
    void records_requests_and_answers_with_their_bodies() {
        site.serve("/start", asked -> Answer.redirect("/form"))
                .page(
                        "/form",
                        "<form method='post' action='/target'><input name='RelayState' value='deep'><button>Go</button></form>"
                                + "<script>document.forms[0].submit()</script>")
                .serve("/target", asked -> Answer.html("<h1>arrived</h1>" + "x".repeat(70_000)));

        var traffic = browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/start"));
            assertThat(tab.await(SOON, () -> tab.shows("h1"))).isTrue();
            assertThat(tab.document())
                    .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(200));
            return tab.traffic();
        });

        assertThat(traffic)
                .extracting(Exchange::method, exchange -> exchange.url().getPath(), Exchange::status)
                .containsExactly(
                        tuple("GET", "/start", 302), tuple("GET", "/form", 200), tuple("POST", "/target", 200));
        assertThat(traffic.get(0).responseHeader("location")).contains("/form");
        assertThat(traffic.get(1).responseBody()).contains("RelayState");
        assertThat(traffic.get(2).requestBody()).isEqualTo("RelayState=deep");
        assertThat(traffic.get(2).responseBody()).startsWith("<h1>arrived</h1>").hasSize(Exchange.BODY_LIMIT);
    }

    @Test
    void follows_a_page_into_the_window_that_it_opens() {
        site.page("/", "<a id='tile' target='_blank' href='/app'>App</a>").page("/app", "<h1>In the app</h1>");

        var where = browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/"));
            tab.click("#tile");
            assertThat(tab.await(SOON, () -> tab.shows("h1"))).isTrue();
            assertThat(tab.exchanges())
                    .extracting(exchange -> exchange.url().getPath(), Exchange::kind, Exchange::status)
                    .containsExactly(tuple("/", "document", 200), tuple("/app", "document", 200));
            return tab.url();
        });

        assertThat(where).isEqualTo(site.at("/app"));
    }

    @Test
    void tells_when_an_address_cannot_be_reached() {
        var closed = new FixtureSite();
        var address = closed.at("/");
        closed.close();

        var arrival = browser.inFreshContext(TERMS, tab -> tab.open(address));

        assertThat(arrival)
                .isInstanceOfSatisfying(
                        BrowserTab.Arrival.Unreachable.class,
                        unreachable -> assertThat(unreachable.reason()).contains("ERR_CONNECTION_REFUSED"));
    }

    @Test
    void an_address_that_leads_to_no_page_is_none_that_the_tab_came_to() {
        var closed = new FixtureSite();
        var gone = closed.at("/gone");
        closed.close();
        site.page("/", "<h1>Here</h1>").serve("/nothing", asked -> Answer.status(204, ""));

        browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/"));
            assertThat(tab.open(site.at("/nothing"))).isEqualTo(new BrowserTab.Arrival.Reached());
            assertThat(tab.text()).isEqualTo("Here");
            assertThat(tab.open(gone)).isInstanceOf(BrowserTab.Arrival.Unreachable.class);
            assertThat(tab.url()).isEqualTo(site.at("/"));
            assertThat(tab.document().map(Exchange::error)).hasValue("net::ERR_CONNECTION_REFUSED");
            tab.open(site.at("/"));
            tab.open(site.at("/#part"));
            assertThat(tab.url()).isEqualTo(site.at("/#part"));
            return tab;
        });
    }

    @Test
    void a_dialog_holds_nothing_up() {
        site.page(
                "/",
                "<script>alert('Welcome')</script><a id='go' href='/gone' onclick=\"return confirm('Sure?')\">Go</a>"
                        + "<script>onbeforeunload = event => event.preventDefault()</script>");

        var where = browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/"));
            assertThat(tab.click("#go")).isTrue();
            assertThat(tab.text()).isEqualTo("Go");
            tab.open(site.at("/?left"));
            return tab.url();
        });

        assertThat(where).isEqualTo(site.at("/?left"));
    }

    @Test
    void records_what_scripts_frames_and_workers_ask_for_with_their_cookies() {
        var other = site.at("/frame?other").toString().replace("127.0.0.1", "localhost");
        site.page("/", """
                        <script>
                          document.cookie = 'mine=1';
                          const old = new XMLHttpRequest();
                          old.open('POST', '/data?old');
                          old.send('x'.repeat(100000));
                          new Worker('/worker.js');
                        </script><iframe src='/frame?same'></iframe><iframe src='%s'></iframe>""".formatted(other))
                .page("/frame", "<script>fetch('/data?' + location.hostname)</script>")
                .serve(
                        "/worker.js",
                        asked -> Answer.html("fetch('/data?worker')").with("Content-Type", "text/javascript"))
                .serve(
                        "/data",
                        asked -> Answer.html("{\"cookies\":\"" + asked.cookies() + "\"}")
                                .with("Content-Type", "application/json")
                                .with("Set-Cookie", "theirs=2"));

        var traffic = browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/"));
            assertThat(tab.await(
                            SOON,
                            () -> tab.exchanges().stream()
                                            .filter(exchange ->
                                                    exchange.url().getPath().equals("/data")
                                                            && exchange.status() == 200)
                                            .count()
                                    == 4))
                    .isTrue();
            return tab.traffic();
        });

        assertThat(traffic)
                .extracting(
                        Exchange::kind,
                        exchange -> exchange.url().getHost(),
                        exchange -> String.valueOf(exchange.url().getQuery()))
                .contains(
                        tuple("document", "127.0.0.1", "null"),
                        tuple("iframe", "127.0.0.1", "same"),
                        tuple("iframe", "localhost", "other"),
                        tuple("xmlhttprequest", "127.0.0.1", "old"),
                        tuple("fetch", "127.0.0.1", "127.0.0.1"),
                        tuple("fetch", "localhost", "localhost"),
                        tuple("fetch", "127.0.0.1", "worker"))
                .doesNotHaveDuplicates();
        var old = traffic.stream()
                .filter(exchange -> "old".equals(exchange.url().getQuery()))
                .findFirst()
                .orElseThrow();
        assertThat(old.requestHeader("cookie")).hasValue("mine=1");
        assertThat(old.requestBody()).startsWith("xxx").hasSize(Exchange.BODY_LIMIT);
        assertThat(old.responseHeader("set-cookie")).hasValue("theirs=2");
        assertThat(old.responseBody()).isEqualTo("{\"cookies\":\"mine=1\"}");
    }

    @Test
    void a_page_without_a_script_is_fixed_when_it_has_loaded() {
        site.page("/plain", "<h1>Plain</h1><a href='/'>Further</a>")
                .page("/framed", "<h1>Framed</h1><iframe src='/plain'></iframe>")
                .serve("/led", asked -> Answer.html("<h1>Led on</h1>").with("Refresh", "60; url=/plain"));

        var fixed = browser.inFreshContext(
                TERMS,
                tab -> Stream.of("/plain", "/framed", "/led", "/plain")
                        .map(path -> {
                            tab.open(site.at(path));
                            return path + " "
                                    + tab.await(path.equals("/plain") ? SOON : Duration.ofMillis(100), tab::isFixed);
                        })
                        .toList());

        assertThat(fixed).containsExactly("/plain true", "/framed false", "/led false", "/plain true");
    }

    @Test
    void more_of_a_page_is_to_come_until_all_of_it_has() {
        var sent = new CountDownLatch(1);
        site.serve("/parts", asked -> Answer.html("<p>Beginning</p>").then(() -> await(sent), "<p>End</p>"));

        browser.inFreshContext(TERMS, tab -> {
            var opening = CompletableFuture.runAsync(() -> tab.open(site.at("/parts")));
            assertThat(tab.await(SOON, tab::isArriving)).isTrue();
            sent.countDown();
            opening.join();
            assertThat(tab.await(SOON, () -> !tab.isArriving())).isTrue();
            assertThat(tab.text()).contains("End");
            return tab;
        });
    }

    /** Such as pages that hand out a file, or start a program by an address of its own. */
    @Test
    void a_page_that_leads_to_no_page_is_there_as_far_as_it_came() {
        site.page("/", "<h1>Here it is</h1><script>location = '/file'</script>")
                .serve("/file", asked -> Answer.html("a,b").with("Content-Disposition", "attachment"));

        var seen = browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/"));
            assertThat(tab.await(
                            SOON,
                            () -> tab.isLoaded() && tab.exchanges().stream().anyMatch(Exchange::isGivenUp)))
                    .isTrue();
            return tab.text() + " " + tab.document().map(Exchange::url).orElseThrow();
        });

        assertThat(seen).isEqualTo("Here it is " + site.at("/"));
    }

    @Test
    void reads_what_components_show() {
        site.page("/", """
                <x-app></x-app><script>
                const root = document.querySelector('x-app').attachShadow({mode: 'open'});
                root.innerHTML = '<style>p { color: red }</style><p>In an element</p>bare<!-- never -->';
                </script>""");

        var text = browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/"));
            return tab.text();
        });

        assertThat(text).contains("In an element", "bare").doesNotContain("color", "never");
    }

    @Test
    void a_page_that_leads_on_is_fixed_where_it_leads() {
        site.page("/plain", "<h1>Plain</h1>")
                .page("/busy", "<h1>Busy</h1><script>setTimeout(() => location = '/plain', 50)</script>");

        var place = browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/busy"));
            assertThat(tab.await(SOON, tab::isFixed)).isTrue();
            return tab.url();
        });

        assertThat(place).isEqualTo(site.at("/plain"));
    }

    @Test
    void takes_a_picture() {
        site.page("/", "<h1>Hello</h1>");

        var png = browser.inFreshContext(TERMS, tab -> {
            tab.open(site.at("/"));
            return tab.screenshot().orElseThrow();
        });

        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void sends_everything_of_a_context_through_its_proxy() {
        try (var proxy = new FixtureSite().serve("/", asked -> Answer.html("<h1>by proxy</h1>"))) {
            site.page("/", "<h1>direct</h1>");

            var proxied = browser.inFreshContext(new Browser.Terms(Duration.ofSeconds(20), proxy.at("/")), tab -> {
                tab.open(site.at("/"));
                return tab.text();
            });
            var direct = browser.inFreshContext(TERMS, tab -> {
                tab.open(site.at("/"));
                return tab.text();
            });

            assertThat(List.of(proxied, direct)).containsExactly("by proxy", "direct");
        }
    }

    @Test
    void ends_work_that_takes_too_long_from_outside() {
        site.page("/", "<script>while (true) {}</script>").page("/well", "<h1>well</h1>");
        var hurried = Browser.Terms.within(Duration.ofSeconds(3));

        var started = System.nanoTime();
        assertThatThrownBy(() -> browser.inFreshContext(hurried, tab -> {
                    tab.open(site.at("/"));
                    return tab.text();
                }))
                .isInstanceOf(DeadlinePassed.class);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        assertThat(browser.<String>inFreshContext(TERMS, tab -> {
                    tab.open(site.at("/well"));
                    return tab.text();
                }))
                .isEqualTo("well");
    }

    @Test
    void tries_once_more_when_the_browser_is_lost() {
        site.page("/", "<h1>here</h1>");
        var attempts = new AtomicInteger();
        try (var fragile = counting(BrowserProperties.defaults())) {

            var text = fragile.inFreshContext(TERMS, tab -> {
                tab.open(site.at("/"));
                if (attempts.incrementAndGet() == 1) {
                    STARTED.getLast().processes().end();
                }
                return tab.text();
            });

            assertThat(text).isEqualTo("here");
            assertThat(attempts).hasValue(2);
        }
    }

    @Test
    void gives_up_when_the_browser_is_lost_twice() {
        try (var fragile = counting(BrowserProperties.defaults())) {
            assertThatThrownBy(() -> fragile.inFreshContext(TERMS, tab -> {
                        STARTED.getLast().processes().end();
                        return tab.text();
                    }))
                    .isInstanceOf(BrowserLost.class);
        }
    }

    /** What is waited for is told by events, and a lost browser sends none. */
    @Test
    void does_not_go_on_waiting_in_a_lost_browser() {
        try (var fragile = counting(BrowserProperties.defaults())) {
            assertThatThrownBy(() -> fragile.inFreshContext(TERMS, tab -> {
                        STARTED.getLast().processes().end();
                        return tab.await(SOON, () -> false);
                    }))
                    .isInstanceOf(BrowserLost.class);
        }
    }

    @Test
    void replaces_a_worn_browser_and_lets_its_last_context_finish() throws Exception {
        site.page("/", "<h1>still here</h1>");
        var before = STARTED.size();
        var worn = new BrowserProperties(
                null, null, null, 1, DataSize.ofGigabytes(1), Duration.ofSeconds(60), Duration.ofSeconds(30));
        try (var small = counting(worn)) {
            var inside = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            var first = CompletableFuture.<String>supplyAsync(
                    () -> small.inFreshContext(TERMS, tab -> {
                        inside.countDown();
                        await(goOn);
                        tab.open(site.at("/"));
                        return tab.text();
                    }),
                    task -> Thread.startVirtualThread(task));
            await(inside);

            small.inFreshContext(TERMS, BrowserTab::url);
            goOn.countDown();

            assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("still here");
            assertThat(STARTED).hasSize(before + 2);
        }
    }

    private static WarmBrowser counting(BrowserProperties properties) {
        return new WarmBrowser(2, () -> {
            var started = new BrowserStart(properties).start();
            STARTED.add(started);
            return started;
        });
    }

    private static boolean isRunning(ProcessHandle process) {
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> process)
                .join();
        return process.isAlive();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
