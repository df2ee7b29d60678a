package dev.oin.review;

import static dev.oin.review.Desk.DANA;
import static dev.oin.review.Desk.KIM;
import static dev.oin.review.Desk.LEE;
import static dev.oin.review.SubmissionBuilder.aSubmission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.mail.Mail;
import dev.oin.review.ReviewDesk.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mail of review-process 3: its trigger, run twice, sends it once, to those who are to get it, in one thread. */
class MailsIT {

    private static final Finding LOGO =
            new Finding("IR-LG-4", "logo", Issue.Severity.MUST_FIX, "The logo holds the name.");

    private final Desk desk = new Desk(aSubmission().build());

    /** A mail, and what makes it be sent. */
    enum Sent {
        M1("the initial review should end by", desk -> {
            desk.open(ReviewPhase.INITIAL);
            desk.reviewMails.sendReviewQueued(desk.id());
        }),
        M1B("your answer arrived", desk -> {
            returned(desk, ReviewPhase.INITIAL);
            answered(desk, ReviewPhase.INITIAL);
            desk.reviewMails.sendFixReceived(desk.id());
        }),
        M1C("the live version stays in the catalog", desk -> {
            desk.steps.queue(desk.id(), ReviewPhase.CATALOG);
            desk.reviewMails.sendReviewQueued(desk.id());
        }),
        M2("the logo holds the name.", desk -> {
            returned(desk, ReviewPhase.INITIAL);
            desk.reviewMails.sendIssues(desk.id());
        }),
        M3("keep the test account active", desk -> {
            desk.steps.queue(desk.id(), ReviewPhase.QA);
            desk.reviewMails.sendReviewPassed(desk.id());
        }),
        M4("older than 48 hours do not count", desk -> {
            returned(desk, ReviewPhase.QA);
            desk.reviewMails.sendIssues(desk.id());
        }),
        M5("the final review begins", desk -> {
            returned(desk, ReviewPhase.QA);
            answered(desk, ReviewPhase.FINAL);
            desk.reviewMails.sendFixReceived(desk.id());
        }),
        M5B("qa testing goes on", desk -> {
            returned(desk, ReviewPhase.QA);
            answered(desk, ReviewPhase.QA);
            desk.reviewMails.sendFixReceived(desk.id());
        }),
        M6("https://oin.test/catalog/acme-shifts", desk -> {
            desk.steps.keepCredentialsUntil(desk.id(), Desk.NOW.plus(Duration.ofDays(30)));
            desk.reviewMails.sendPublished(desk.id());
        }),
        M6B("are deleted on thu 24 dec 2026", desk -> {
            desk.steps.keepCredentialsUntil(desk.id(), Desk.NOW.plus(Duration.ofDays(30)));
            desk.reviewMails.sendCredentialReminder(desk.id());
        }),
        M7("ada withdrew the submission", desk -> {
            desk.open(ReviewPhase.INITIAL);
            if (desk.process.moves.isEmpty()) {
                desk.withdraw.withdraw(desk.id(), "We change it first.", desk.ada);
            }
            desk.reviewMails.sendWithdrawn(desk.id());
        }),
        M8("what customers installed keeps working", desk -> {
            desk.catalogMails.sendRetired(desk.id(), 3, "End of life.");
        }),
        M8B("the catalog shows version 2 again", desk -> {
            desk.catalogMails.sendRolledBack(desk.id(), 3, 2, "Sign-on fails.");
        }),
        M9("if you think that this is wrong, write to s@oin.test", desk -> {
            if (desk.process.moves.isEmpty()) {
                desk.open(ReviewPhase.INITIAL);
                desk.decide.decide(desk.id(), new Decision(Outcome.REJECT, List.of(), "Single-tenant (IR-MT-1)."), LEE);
                desk.reject.confirm(desk.id(), KIM);
            }
            desk.reviewMails.sendRejected(desk.id());
        }),
        M10("in 30 days the submission goes back to a draft", desk -> {
            returned(desk, ReviewPhase.INITIAL);
            desk.reviewMails.sendReminder(desk.id(), 30);
        }),
        M11("reason: an analyst is ill. sorry.", desk -> {
            if (desk.promises.of(desk.id()).isEmpty()) {
                desk.open(ReviewPhase.INITIAL);
                desk.moveDate.move(desk.id(), LocalDate.of(2026, 12, 3), "An analyst is ill.", DANA);
            }
            desk.reviewMails.sendDateMoved(desk.id());
        });

        private final String says;
        private final Consumer<Desk> trigger;

        Sent(String says, Consumer<Desk> trigger) {
            this.says = says;
            this.trigger = trigger;
        }

        void by(Desk desk) {
            trigger.accept(desk);
        }

        String code() {
            return name().replace('B', 'b').replace('C', 'c');
        }
    }

    @ParameterizedTest
    @EnumSource
    void goes_out_once_as_text_and_html_to_support_contact_and_submitter(Sent mail) {
        mail.by(desk);
        mail.by(desk);

        var key = mail.code() + "/isv/";
        assertThat(desk.mails)
                .filteredOn(sent -> sent.key().startsWith(key))
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.to()).containsExactly("oin-support@acme.test", "ada@acme.test");
                    assertThat(sent.subject()).startsWith("Acme Shifts: ").endsWith("[" + desk.id() + "]");
                    assertThat(plain(sent.text())).contains(mail.says);
                    assertThat(plain(sent.html())).contains(mail.says.replace("'", "&#39;"));
                    assertThat(sent.text()).contains("https://oin.test/");
                    assertThat(sent.html()).startsWith("<!DOCTYPE html>").contains("href=\"https://oin.test/");
                    assertThat(sent.thread()).isEqualTo(desk.id().toString());
                });
    }

    /** M12 and the leads' M11. */
    @Test
    void the_team_is_told_of_new_work_and_leads_of_what_is_overdue() {
        desk.open(ReviewPhase.INITIAL);

        desk.reviewMails.sendReviewQueued(desk.id());
        desk.reviewMails.sendOverdue(desk.id());
        desk.reviewMails.sendOverdue(desk.id());

        assertThat(to("M12/team/"))
                .containsExactlyInAnyOrder("dana@oin.test", "sam@oin.test", "lee@oin.test", "kim@oin.test");
        assertThat(to("M11/leads/")).containsExactly("lee@oin.test", "kim@oin.test");
        assertThat(desk.mails)
                .filteredOn(sent -> !sent.key().contains("/isv/"))
                .extracting(Mail::thread)
                .containsOnly(desk.id() + "/team");
    }

    @Test
    void who_does_not_want_a_mail_gets_the_mandatory_ones_only_and_the_support_contact_gets_all() {
        desk.mailChoices.choose(desk.ada.account(), MailChoices.ofMembers().keySet(), Set.of());
        desk.mailChoices.choose(DANA.account(), MailChoices.ofTeam().keySet(), Set.of("M11"));

        Sent.M1.by(desk);
        desk.steps.queue(desk.id(), ReviewPhase.QA);
        desk.reviewMails.sendReviewPassed(desk.id());

        assertThat(to("M1/isv/")).containsExactly("oin-support@acme.test", "ada@acme.test");
        assertThat(to("M3/isv/")).containsExactly("oin-support@acme.test");
        assertThat(to("M12/team/")).containsExactlyInAnyOrder("sam@oin.test", "lee@oin.test", "kim@oin.test");
    }

    @Test
    void what_stops_a_publication_is_told_to_the_isv_and_to_the_team_once() {
        desk.open(ReviewPhase.INITIAL);
        desk.passEverything(ReviewPhase.INITIAL);
        desk.decide.decide(desk.id(), new Decision(Outcome.APPROVE, List.of(), ""), DANA);
        desk.mails.clear();
        desk.steps.raisePublicationIssues(desk.id(), List.of("The SAML guide answers 404."));

        desk.reviewMails.sendIssues(desk.id());
        desk.reviewMails.sendIssues(desk.id());

        assertThat(desk.mails)
                .extracting(mail -> mail.key().substring(0, mail.key().indexOf('/', 4)))
                .containsExactly("M4/isv", "M12/team");
        assertThat(desk.mails)
                .allSatisfy(mail -> assertThat(mail.text())
                        .contains("The last look before publication")
                        .contains("The SAML guide answers 404."));
        assertThat(desk.timeline).contains("PUBLICATION_STOPPED");
    }

    @Test
    void m3_names_the_day_that_the_isv_chose() {
        desk.chosenDay = Optional.of(LocalDate.of(2026, 12, 24));

        Sent.M3.by(desk);

        assertThat(desk.mails.getFirst().text()).contains("published on Thu 24 Dec 2026, the day you chose");
    }

    private List<String> to(String key) {
        return desk.mails.stream()
                .filter(sent -> sent.key().startsWith(key))
                .findFirst()
                .orElseThrow()
                .to();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static void returned(Desk desk, ReviewPhase phase) {
        if (desk.process.moves.isEmpty()) {
            desk.open(phase);
            desk.discuss.raise(desk.id(), LOGO, DANA);
            desk.decide.decide(desk.id(), new Decision(Outcome.RETURN, List.of(), ""), DANA);
        }
    }

    private static void answered(Desk desk, ReviewPhase phase) {
        if (!desk.process.moves.contains("replied")) {
            desk.isIn(phase.returnedState());
            desk.reply.reply(desk.id(), Map.of(1, "It is the old mark."), desk.ada);
            desk.steps.queue(desk.id(), phase);
        }
    }
}
