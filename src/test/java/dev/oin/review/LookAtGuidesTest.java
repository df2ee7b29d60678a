package dev.oin.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Header;
import dev.oin.egress.Reply;
import dev.oin.review.ChecklistEntry.Result;
import dev.oin.submission.Configuration;
import dev.oin.submission.Saml;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookAtGuidesTest {

    @Test
    void a_guide_that_opens_passes_with_its_title() {
        assertThat(look(answers(200, "<title>Set up\n Acme</title>")))
                .isEqualTo(MachineVerdict.pass("SAML guide: opens, text/html, \"Set up Acme\"."));
    }

    @Test
    void one_that_asks_to_sign_in_is_left_to_a_person() {
        assertThat(look(answers(403, "")).result()).isNull();
    }

    @Test
    void one_that_is_not_there_fails() {
        assertThat(look(answers(404, "")).result()).isEqualTo(Result.FAIL);
        assertThat(look(new Reply.Unreachable("the host is unknown", false)).text())
                .contains("does not answer, the host is unknown");
    }

    @Test
    void what_the_address_rules_refuse_fails_and_says_why() {
        assertThat(look(new Reply.Refused("10.0.0.1 is a private address")))
                .isEqualTo(MachineVerdict.fail("SAML guide: cannot be called, 10.0.0.1 is a private address"));
    }

    @Test
    void what_is_no_address_is_not_called() {
        GuardedHttp nobody = (call, capture) -> {
            throw new AssertionError("called " + call);
        };

        assertThat(new LookAtGuides(nobody).look(guideAt("no address")).result())
                .isEqualTo(Result.FAIL);
        assertThat(new LookAtGuides(nobody).look(Configuration.empty()).result())
                .isEqualTo(Result.FAIL);
    }

    private static MachineVerdict look(Reply reply) {
        return new LookAtGuides((call, capture) -> reply).look(guideAt("https://acme.test/guide"));
    }

    private static Configuration guideAt(String address) {
        return new Configuration(null, null, null, new Saml(null, null, null, null, null, address), null, null);
    }

    private static Reply answers(int status, String body) {
        return new Reply.Answered(
                URI.create("https://acme.test/guide"),
                status,
                List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                body.getBytes(StandardCharsets.UTF_8),
                false,
                Duration.ZERO);
    }
}
