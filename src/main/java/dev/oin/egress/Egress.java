package dev.oin.egress;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the way out. */
@Configuration(proxyBeanMethods = false)
class Egress {

    @Bean
    Names names() {
        return host -> List.of(InetAddress.getAllByName(host));
    }

    @Bean
    Politeness politeness(EgressProperties properties) {
        return new Politeness(properties.perHostRate(), System::nanoTime);
    }

    @Bean(destroyMethod = "close")
    ApacheHttp apacheHttp(EgressProperties properties) {
        return new ApacheHttp(properties);
    }

    @Bean
    GuardedHttp guardedHttp(
            AddressRules rules, Politeness politeness, ApacheHttp http, EgressProperties properties, Clock clock) {
        return new GuardedCalls(rules, politeness, http, properties, clock);
    }
}
