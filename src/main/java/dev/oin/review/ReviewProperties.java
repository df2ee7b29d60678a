package dev.oin.review;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the team works.
 *
 * @param publicUrl the product's own address, for links in mails
 * @param zone the team's time zone
 * @param cutOff what arrives later counts from the next working day
 * @param holidays days without work, beside weekends
 * @param team addresses that are told of new work (M12); empty: all analysts
 * @param teamName how the team is called in mails and on pages
 * @param questions where an ISV asks about building its integration
 * @param statusQuestions where an ISV asks about a submission's state
 * @param keepCredentials how long test credentials stay after the end of a submission
 * @param days working days per phase
 */
@ConfigurationProperties("oin.review")
public record ReviewProperties(
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("17:00") LocalTime cutOff,
        @DefaultValue Set<LocalDate> holidays,
        @DefaultValue List<String> team,
        @DefaultValue("the OIN team") String teamName,
        @DefaultValue("oin-questions@localhost") String questions,
        @DefaultValue("oin-status@localhost") String statusQuestions,
        @DefaultValue("P30D") Duration keepCredentials,
        @DefaultValue Days days) {

    public ReviewProperties {
        holidays = Set.copyOf(holidays);
        team = List.copyOf(team);
    }

    /** Working days that the team promises. */
    public record Days(
            @DefaultValue("5") int initial,
            @DefaultValue("5") int qa,
            @DefaultValue("3") int qaForScim,
            @DefaultValue("2") int qaForSecondSignOn,
            @DefaultValue("3") int finalReview,
            @DefaultValue("2") int catalog) {

        /** The defaults of review-process 4. */
        public static Days standard() {
            return new Days(5, 5, 3, 2, 3, 2);
        }
    }
}
