package dev.oin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void an_ipv4_address_counts_by_itself() {
        assertThat(Network.of("203.0.113.7")).isEqualTo(new Network("203.0.113.7"));
        assertThat(Network.of("::ffff:203.0.113.7")).isEqualTo(new Network("203.0.113.7"));
    }

    @Test
    void all_ipv6_addresses_of_one_subscriber_count_together() {
        assertThat(Network.of("2001:db8:1:2::1"))
                .isEqualTo(Network.of("2001:db8:1:2:a:b:c:d"))
                .isNotEqualTo(Network.of("2001:db8:1:3::1"));
    }

    @Test
    void short_and_long_forms_are_the_same_network() {
        assertThat(Network.of("::1")).isEqualTo(Network.of("0:0:0:0:0:0:0:1"));
        assertThat(Network.of("2001:db8::2:3:4:5:6")).isEqualTo(new Network("2001:db8:0:2"));
    }

    @Test
    void what_is_no_address_still_counts() {
        assertThat(Network.of("unknown:::")).isNotNull();
        assertThat(Network.of("")).isEqualTo(new Network(""));
    }
}
