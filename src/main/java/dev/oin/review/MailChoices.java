package dev.oin.review;

import dev.oin.kernel.AccountId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which mails a person wants, beside those that everybody gets because something is asked of them or comes to an end. */
@Component
public class MailChoices {

    private final JdbcClient client;

    MailChoices(JdbcClient client) {
        this.client = client;
    }

    /** Mails to members of ISVs that are theirs to choose, by code. */
    public static Map<String, String> ofMembers() {
        Map<String, String> mails = new LinkedHashMap<>();
        mails.put("M1b", "Your answer arrived, and the initial or catalog review goes on");
        mails.put("M3", "The initial review is passed, and QA begins");
        mails.put("M5", "Your answer arrived, and the final review begins");
        mails.put("M5b", "Your answer arrived, and QA goes on");
        mails.put("M11", "The expected date moved or passed");
        return mails;
    }

    /** Mails to the team that are theirs to choose, by code. */
    public static Map<String, String> ofTeam() {
        Map<String, String> mails = new LinkedHashMap<>();
        mails.put("M11", "A promised date has passed (to leads)");
        mails.put(
                "M12", "Something is new in the queue, an answer was received, or what passed could not be published");
        return mails;
    }

    /** The codes of the mails that the person does not want. */
    public Set<String> declined(AccountId account) {
        return client
                .sql("select code from mail_choices where account = :account")
                .param("account", account.value())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The person wants these of the mails to choose from, and no others of them. */
    @Transactional
    public void choose(AccountId account, Set<String> choosable, Set<String> wanted) {
        client.sql("delete from mail_choices where account = :account")
                .param("account", account.value())
                .update();
        choosable.stream()
                .filter(code -> !wanted.contains(code))
                .forEach(code -> client.sql("insert into mail_choices (account, code) values (:account, :code)")
                        .param("account", account.value())
                        .param("code", code)
                        .update());
    }

    /** Whether the person gets the mail. */
    boolean wants(AccountId account, String code, boolean team) {
        return !(team ? ofTeam() : ofMembers()).containsKey(code)
                || !declined(account).contains(code);
    }
}
