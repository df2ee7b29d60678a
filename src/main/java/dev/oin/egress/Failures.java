package dev.oin.egress;

import dev.oin.egress.Reply.Unreachable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Failed connections in words that an ISV can act on. */
final class Failures {

    private Failures() {}

    static Unreachable inWords(IOException failed, URI url, Duration took, Duration limit) {
        var host = url.getAuthority();
        if (failed instanceof ConnectTimeoutException) {
            return new Unreachable("No connection to " + host + " within " + seconds(took) + ".", true);
        }
        if (failed instanceof InterruptedIOException || took.compareTo(limit) >= 0) {
            return new Unreachable("No complete answer from " + host + " within " + seconds(limit) + ".", true);
        }
        return new Unreachable(
                switch (failed) {
                    case SSLException tls -> "TLS with " + host + " failed: " + tls.getMessage();
                    case ConnectException refused -> "Nothing listens at " + host + ".";
                    case NoRouteToHostException away -> "There is no route to " + host + ".";
                    case NoHttpResponseException silent -> host + " closed the connection without an answer.";
                    default -> "The connection to " + host + " broke: " + failed.getMessage();
                },
                false);
    }

    private static String seconds(Duration duration) {
        return Math.max(1, duration.toSeconds()) + " s";
    }
}
