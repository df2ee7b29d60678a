package dev.oin.review;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** The team's working days; what arrives after the cut-off counts from the next one (review-process 4). */
public record BusinessCalendar(ZoneId zone, LocalTime cutOff, Set<LocalDate> holidays) {

    public BusinessCalendar {
        holidays = Set.copyOf(holidays);
    }

    /** The cut-off of the working day that comes so many working days after the given instant's. */
    public Instant plus(Instant from, int workingDays) {
        var day = firstWorkingDay(from.atZone(zone));
        for (int left = workingDays; left > 0; left--) {
            day = nextWorkingDay(day.plusDays(1));
        }
        return ZonedDateTime.of(day, cutOff, zone).toInstant();
    }

    /** Whether the team works on the day. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    private LocalDate firstWorkingDay(ZonedDateTime from) {
        var day = from.toLocalDate();
        var missed = isWorkingDay(day) && from.toLocalTime().isAfter(cutOff);
        return nextWorkingDay(missed ? day.plusDays(1) : day);
    }

    private LocalDate nextWorkingDay(LocalDate from) {
        var day = from;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
