/** What leaves the product over the network: address rules, the guarded HTTP client, the forward proxy for browsers, and the capture of traffic. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.oin.egress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
