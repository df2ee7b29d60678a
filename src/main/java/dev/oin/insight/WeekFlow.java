package dev.oin.insight;

import java.time.LocalDate;

/**
 * How many submissions were handed in during a week, and how many journeys ended in it.
 *
 * @param week its Monday (UTC)
 * @param closed withdrawn or rejected
 */
public record WeekFlow(LocalDate week, int submitted, int published, int closed) {}
