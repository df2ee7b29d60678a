package dev.oin.review;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The team's calendar and promises, from its settings. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    @Bean
    BusinessCalendar businessCalendar(ReviewProperties properties) {
        return new BusinessCalendar(properties.zone(), properties.cutOff(), properties.holidays());
    }

    @Bean
    ExpectedDates expectedDates(BusinessCalendar calendar, ReviewProperties properties) {
        return new ExpectedDates(calendar, properties.days());
    }
}
