package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.oin.checks.Exchange;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.checks.sso.AppSession.State;
import dev.oin.checks.sso.Attempt.Proof;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Person;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlTest {

    private static final URI HOME = URI.create("https://app.example.com/home");
    private static final URI LOGIN = URI.create("https://app.example.com/login");
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Person ADA = ScriptedLab.person("ada@acme.example");

    @Test
    void a_page_that_changes_by_itself_proves_no_session() {
        var tab = showing(HOME, "Acme\nSign in\nA rolling stone", "Acme\nSign in\nTime flies");

        var proof = proof(page("Acme\nSign in\nAll is well"), tab);

        assertThat(proof).isInstanceOf(Proof.ChangesByItself.class);
    }

    @Test
    void nor_does_one_that_shows_one_of_few_things() {
        var tab = showing(HOME, "Acme\nTime flies", "Acme\nTime flies", "Acme\nAll is well");

        assertThat(proof(page("Acme\nAll is well"), tab)).isNotInstanceOf(Proof.ByControl.class);
    }

    @Test
    void a_changing_page_proves_a_session_by_what_stays_the_same_without_one() {
        var tab = showing(HOME, "Acme\nSign in\nA rolling stone", "Acme\nSign in\nTime flies");

        assertThat(proof(page("Acme\nSign out\nAll is well"), tab)).isInstanceOf(Proof.ByControl.class);
    }

    @Test
    void a_steady_page_that_is_another_one_proves_it() {
        var tab = showing(HOME, "Acme\nSign in, 12 waiting", "Acme\nSign in, 13 waiting");

        assertThat(proof(page("Acme\nDashboard"), tab)).isInstanceOf(Proof.ByControl.class);
    }

    @Test
    void one_look_is_enough_where_the_place_differs_or_the_page_names_the_person() {
        var elsewhere = showing(LOGIN, "Sign in");
        var nameless = showing(HOME, "Sign in");

        assertThat(proof(page("Dashboard"), elsewhere)).isInstanceOf(Proof.ByControl.class);
        assertThat(proof(page("Hello " + ADA.email()), nameless)).isInstanceOf(Proof.ByControl.class);
        verify(elsewhere, times(1)).open(any());
        verify(nameless, times(1)).open(any());
    }

    @Test
    void the_same_page_is_looked_at_once() {
        var tab = showing(HOME, "Acme 1");

        assertThat(proof(page("Acme 2"), tab)).isInstanceOf(Proof.SameWithout.class);
        verify(tab, times(1)).open(any());
    }

    @Test
    void the_entrance_proves_a_session_where_people_land_on_a_page_for_everybody() {
        var landing = new Page(HOME.resolve("/welcome"), 0, "", "Acme");
        var app = new App(
                Protocol.SAML, List.of(HOME.resolve("/acs")), HOME, null, URI.create("https://idp.example.com/"));

        var proof = new Control(landing, List.of(landing), app, SignInRecipe.none(), ADA, PATIENCE)
                .proof(showing(HOME, "Acme", "Dashboard"), showing(landing.url(), "Acme"));

        assertThat(proof).isInstanceOf(Proof.ByEntrance.class);
    }

    @Test
    void nobody_is_taken_for_signed_in_because_a_page_has_changed_by_itself() {
        var without = new Sessionless(
                List.of(answered("Acme\nSign in\nTime flies"), answered("Acme\nSign in\nA rolling stone")));
        var detector = new SessionDetector(answered("Acme\nSign out"), without, SignInRecipe.none(), PATIENCE);

        assertThat(detector.look(answering("Acme\nSign in\nAll is well"), ADA)).isEqualTo(State.GONE);
        assertThat(detector.look(answering("Acme\nSign out\nAll is well"), ADA)).isEqualTo(State.ALIVE);
    }

    @Test
    void a_page_that_the_browser_has_kept_shows_the_session_like_the_first_time() {
        var without = new Sessionless(List.of(answered("Acme\nSign in")));
        var detector = new SessionDetector(answered("Acme\nSign out"), without, SignInRecipe.none(), PATIENCE);

        assertThat(detector.look(answering(304, "Acme\nSign out"), ADA)).isEqualTo(State.ALIVE);
    }

    @Test
    void a_page_that_the_browser_has_kept_does_not_change_by_itself() {
        var tab = answering(304, "Acme\nSign in");

        assertThat(new Sessionless(List.of(answered("Acme\nSign in"), Pages.of(tab))).changes())
                .isFalse();
    }

    private static Proof proof(Page with, BrowserTab without) {
        var app = new App(
                Protocol.SAML, List.of(HOME.resolve("/acs")), HOME, null, URI.create("https://idp.example.com/"));
        return new Control(with, List.of(with), app, SignInRecipe.none(), ADA, PATIENCE)
                .proof(showing(HOME, with.text()), without);
    }

    private static Page page(String text) {
        return new Page(HOME, 0, "", text);
    }

    private static Page answered(String text) {
        return new Page(HOME, 200, "", text);
    }

    private static BrowserTab answering(String text) {
        return answering(200, text);
    }

    private static BrowserTab answering(int status, String text) {
        var tab = showing(HOME, text);
        when(tab.document())
                .thenReturn(Optional.of(new Exchange(
                        Instant.EPOCH,
                        Duration.ZERO,
                        "document",
                        "GET",
                        HOME,
                        List.of(),
                        null,
                        status,
                        List.of(),
                        null,
                        null)));
        return tab;
    }

    /** A tab that comes to rest at the place and shows the texts one after the other. */
    private static BrowserTab showing(URI place, String... texts) {
        var tab = mock(BrowserTab.class);
        when(tab.url()).thenReturn(place);
        var words = List.of(texts).stream()
                .map(text -> new BrowserTab.Words("", text))
                .toList();
        when(tab.words())
                .thenReturn(words.getFirst(), words.subList(1, words.size()).toArray(BrowserTab.Words[]::new));
        return tab;
    }
}
