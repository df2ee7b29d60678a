package dev.oin.checks.scim;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the SCIM suites call the people they make, and how long they wait.
 *
 * @param givenNamePrefix how the given names of test people begin, so that they can be told from others
 * @param testDomain the domain of their addresses; no mail is ever sent there
 * @param unknownUser an address that nobody has
 * @param poll how often the app is asked whether a change has arrived
 * @param limit how long a change may take to arrive
 */
@ConfigurationProperties("oin.checks.scim")
record ScimCheckProperties(
        @DefaultValue("OinTest") String givenNamePrefix,
        @DefaultValue("oin-test.example.com") String testDomain,

        @DefaultValue("nobody-has-this-address@oin-test.example.com")
        String unknownUser,

        @DefaultValue("1s") Duration poll,
        @DefaultValue("60s") Duration limit) {}
