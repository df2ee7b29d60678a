package dev.oin.egress;

import dev.oin.egress.Reply.Unreachable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Records of our own calls. */
final class Exchanges {

    private static final byte[] NOTHING = {};

    private Exchanges() {}

    static Exchange answered(Instant at, Call call, ApacheHttp.Round round) {
        var answer = round.answer();
        return new Exchange(
                at,
                call.method(),
                answer.url(),
                round.sent(),
                body(call),
                answer.status(),
                answer.headers(),
                answer.body(),
                answer.took(),
                null);
    }

    static Exchange failed(Instant at, Call call, URI url, Duration took, Unreachable reply) {
        return new Exchange(
                at, call.method(), url, call.headers(), body(call), 0, List.of(), NOTHING, took, reply.reason());
    }

    private static byte[] body(Call call) {
        return call.body() == null ? NOTHING : call.body();
    }
}
