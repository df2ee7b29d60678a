package dev.oin.egress;

/** Opens the browser's way out: everything it loads passes the address rules, on addresses that were checked. */
public interface ForwardProxies {

    /** A proxy of its own for one browser context, so that what it sees belongs to that context; closed by whoever opened it. */
    ForwardProxy open(Capture capture);

    /**
     * A running proxy. Plain http is captured whole; of https only that a connection was made, since its content is the browser's.
     */
    interface ForwardProxy extends AutoCloseable {

        /** Where browsers reach it, as {@code host:port}. */
        String address();

        /** Ends it and all its connections. */
        @Override
        void close();
    }
}
