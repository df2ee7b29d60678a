package dev.oin.submission;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of submissions.
 *
 * @param maxOpenSubmissions how many submissions an organisation may have that are not published, closed or retired
 */
@Validated
@ConfigurationProperties("oin.submission")
public record SubmissionProperties(
        @DefaultValue("10") @Min(1) int maxOpenSubmissions) {}
