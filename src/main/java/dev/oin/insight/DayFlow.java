package dev.oin.insight;

import java.time.LocalDate;

/** How many submissions reached the team, and how many the catalog, on a day (UTC). */
public record DayFlow(LocalDate day, int submitted, int published) {}
