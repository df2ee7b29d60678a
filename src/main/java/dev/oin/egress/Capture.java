package dev.oin.egress;

/** Sees what goes over the network, for the evidence of a run. */
@FunctionalInterface
public interface Capture {

    /** Looks away. */
    Capture NONE = exchange -> {};

    /** An exchange has ended. */
    void saw(Exchange exchange);
}
