package dev.oin.storage;

import dev.oin.kernel.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock, the source of randomness and the source of ids that everything else is given. */
@Configuration(proxyBeanMethods = false)
class TimeAndChance {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    Ids ids(Clock clock, SecureRandom random) {
        return new TimeOrderedIds(clock, random);
    }
}
