package dev.oin.insight;

import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The managers' tables of a database of their own, on a Tuesday noon. */
public final class StayFixture {

    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final FlowLog log;
    public final WaitingNow waiting;
    public final CycleTimes times;
    public final Throughput throughput;
    public final Stays stays;

    StayFixture() {
        this(TestDatabase.fresh());
    }

    public StayFixture(DataSource database) {
        var client = JdbcClient.create(database);
        log = new FlowRows(client);
        waiting = new WaitingNow(client, CLOCK);
        times = new CycleTimes(client, CLOCK);
        throughput = new Throughput(client, CLOCK);
        stays = new Stays(client, CLOCK);
    }

    static SubmissionId submission(int number) {
        return new SubmissionId(new UUID(1, number));
    }

    static FlowLog.Subject subject(int number) {
        return new FlowLog.Subject(
                submission(number),
                "Acme Shifts " + number,
                Set.of(number % 2 == 0 ? Protocol.SAML : Protocol.OIDC),
                "NEW",
                1,
                1);
    }

    /** The submission has been at the team's element for so long. */
    public void waits(int number, String process, String element, Duration since, @Nullable Instant due) {
        log.entered(
                new FlowLog.Visit(element + number, subject(number), process, element, "TEAM", NOW.minus(since), due));
    }

    public void waits(int number, String element, Duration since) {
        waits(number, "oinSubmission", element, since, null);
    }

    public void leaves(int number, String element, Instant at) {
        log.left(element + number, at);
    }

    public void reaches(int number, String state, String waitsFor, Duration ago) {
        log.reached(subject(number), state, waitsFor, NOW.minus(ago));
    }
}
