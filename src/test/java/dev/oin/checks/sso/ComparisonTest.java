package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final String ENTRANCE = "/login Sign in";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a page that sends others to sign in         | /home Hello, Ada     | /home Hello, Ada     | /login Sign in    | true
            a page that greets                          | / Shop;Hello, Ada    | / Shop;Hello, Ada    | / Shop;Sign in    | true
            a page with news, to others the same        | / Shop;red           | / Shop;blue          | / Sign in         | true
            words that are shown once                   | /login Failed;Log in | /login Log in        | /login Log in     | false
            words once, where others are led elsewhere  | /why Failed          | /login Log in        | /login Log in     | false
            a refusal that names the person             | /login No a@acme;In  | /login In            | /login In         | false
            a refusal that stays                        | /login Bad issuer, invalid;In | /login Bad issuer, invalid;In | /login In | false
            a session beside words like of a refusal    | / Shop;Jobs failed: 0;Sign out | / Shop;Jobs failed: 0;Sign out | / Shop | true
            words that stay and refuse nothing          | / Shop;Your basket   | / Shop;Your basket   | / Shop            | true
            a step of the way that one browser took     | /link Join?          | /link Join?          | /link/400 Lost    | false
            the same with other parameters              | /link?tab=a Join?    | /link?tab=a Join?    | /link?tab=b/400 Lost | false
            a page that is refused to others            | /home Hello, Ada     | /home Hello, Ada     | /home/401 Sign in | true
            the same page                               | / Shop               | / Shop               | / Shop            | false
            """)
    void only_a_session_explains_a_difference(String what, String with, String again, String without, boolean proof) {
        var seen = new Comparison(page(with), page(again), new Sessionless(List.of(page(without))));

        assertThat(seen.showsSession()).as(what).isEqualTo(proof);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /login Sign-in failed.;Sign in | Sign-in failed.
            /login Sign in                 | ''
            """)
    void what_was_said_is_what_others_do_not_read(String with, String said) {
        assertThat(new Comparison(page(with), page(ENTRANCE), new Sessionless(List.of(page(ENTRANCE)))).said())
                .isEqualTo(said);
    }

    private static Page page(String words) {
        var parts = words.split(" ", 2);
        var place = parts[0].split("(?=/[0-9])", 2);
        var status = place.length == 1 ? 200 : Integer.parseInt(place[1].substring(1));
        return new Page(URI.create("https://app.example" + place[0]), status, "", parts[1].replace(';', '\n'));
    }
}
