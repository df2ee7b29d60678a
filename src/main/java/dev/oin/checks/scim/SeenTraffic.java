package dev.oin.checks.scim;

import dev.oin.checks.CapturedCalls;
import dev.oin.checks.Exchange;
import dev.oin.egress.Capture;
import java.util.List;

/** Notes the calls of the step that goes on. */
final class SeenTraffic implements Capture {

    private final CapturedCalls calls = new CapturedCalls("scim");

    @Override
    public void saw(dev.oin.egress.Exchange exchange) {
        calls.saw(exchange);
    }

    /** The calls since the last time this was asked. */
    List<Exchange> taken() {
        return calls.taken();
    }
}
