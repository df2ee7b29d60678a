package dev.oin.catalog;

import java.time.LocalTime;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How integrations become public.
 *
 * @param publishAt the time of day, in the team's zone, at which a publication on a chosen date begins
 * @param latestDate how far ahead a date can be chosen
 */
@ConfigurationProperties("oin.catalog")
public record CatalogProperties(
        @DefaultValue("09:00") LocalTime publishAt,
        @DefaultValue("180d") Period latestDate) {}
