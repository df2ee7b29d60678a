package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When people of the team are away. */
@Repository
public class Absences {

    private static final int LONGEST_DAYS = 366;
    private static final int FURTHEST_YEARS = 10;

    private final JdbcClient client;
    private final BusinessCalendar calendar;
    private final Ids ids;
    private final Clock clock;

    Absences(JdbcClient client, BusinessCalendar calendar, Ids ids, Clock clock) {
        this.client = client;
        this.calendar = calendar;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who is away today, with the last day. */
    public Map<AccountId, LocalDate> today() {
        return comingUp().stream()
                .filter(absence -> !absence.firstDay().isAfter(day()))
                .collect(Collectors.toMap(
                        Absence::account, Absence::lastDay, (one, other) -> one.isAfter(other) ? one : other));
    }

    /** All absences that have not ended, by their first day. */
    public List<Absence> comingUp() {
        return client.sql("select * from review_absences where last_day >= :today order by first_day, id")
                .param("today", day())
                .query((row, number) -> new Absence(
                        row.getObject("id", UUID.class),
                        new AccountId(row.getObject("account", UUID.class)),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /** The caller will be away; a lead may say so for others. */
    @Transactional
    public DeskAnswer add(AccountId account, LocalDate first, LocalDate last, Caller caller) {
        if (!caller.isAnalyst() || !(caller.isLead() || caller.account().equals(account))) {
            return new DeskAnswer.Forbidden("Everybody enters their own absence; a lead enters all.");
        }
        if (last.isBefore(first)
                || last.isBefore(day())
                || first.isAfter(day().plusYears(FURTHEST_YEARS))
                || first.plusDays(LONGEST_DAYS).isBefore(last)) {
            return new DeskAnswer.Conflict(
                    "An absence begins within ten years, ends in the future, after it began, and lasts a year at most.");
        }
        client.sql(
                        "insert into review_absences (id, account, first_day, last_day) values (:id, :account, :first, :last)")
                .param("id", ids.next())
                .param("account", account.value())
                .param("first", first)
                .param("last", last)
                .update();
        return new DeskAnswer.Done();
    }

    /** The absence is off. */
    @Transactional
    public DeskAnswer drop(UUID id, Caller caller) {
        var dropped = client.sql("delete from review_absences where id = :id and (:lead or account = :account)")
                .param("id", id)
                .param("lead", caller.isLead())
                .param("account", caller.account().value())
                .update();
        return dropped == 0 ? new DeskAnswer.Unknown() : new DeskAnswer.Done();
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), calendar.zone());
    }

    /** Somebody is away from the first to the last day. */
    public record Absence(UUID id, AccountId account, LocalDate firstDay, LocalDate lastDay) {}
}
