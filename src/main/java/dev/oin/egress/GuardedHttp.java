package dev.oin.egress;

/** The one way for the product itself to call another host. Blocks; never called inside a database transaction. */
public interface GuardedHttp {

    /** Makes the call, if the address rules admit it, when the host's turn has come. */
    Reply send(Call call, Capture capture);

    /** Makes the call unseen. */
    default Reply send(Call call) {
        return send(call, Capture.NONE);
    }
}
