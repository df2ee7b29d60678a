package dev.oin.checks.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.checks.CheckRun;
import dev.oin.checks.MadeInApps;
import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimReply;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The book of what a run makes in the app under test. */
interface Ledger {

    /** For those who keep no book. */
    Ledger NONE = new Ledger() {};

    /** It was made. */
    default void made(String path, String name) {}

    /** It is gone. */
    default void removed(String path) {}

    /** It stays, inactive. */
    default void kept(String path) {}

    /** The book of the run. */
    static Ledger of(MadeInApps book, CheckRun run, InstanceId instance) {
        return new Ledger() {

            @Override
            public void made(String path, String name) {
                book.made(run.id(), instance, path, name);
            }

            @Override
            public void removed(String path) {
                book.removed(run.id(), path);
            }

            @Override
            public void kept(String path) {
                book.kept(run.id(), path);
            }
        };
    }

    /** Where something is looked for that is about to be made: written down before, so that it is found even if the run dies before the answer comes. */
    static String sought(String collection, String attribute, String name) {
        return collection + FILTER + ScimClient.encoded(attribute + " eq " + ScimClient.quoted(name));
    }

    /** Where those of a name are, for what a call made that did not tell; names are compared without regard to case, as the standard's schemas do. */
    static List<String> named(ScimClient client, String collection, String attribute, String name) {
        return client.get(sought(collection, attribute, name)) instanceof ScimReply.Answer answer
                ? StreamSupport.stream(answer.at("$.Resources").spliterator(), false)
                        .filter(one -> one.path(attribute).asText("").equalsIgnoreCase(name))
                        .map(one -> one.path("id").asText(""))
                        .filter(id -> !id.isEmpty())
                        .map(id -> collection + '/' + ScimClient.encoded(id))
                        .toList()
                : List.of();
    }

    /** Removes one thing from the app; what cannot be removed is set inactive and stays. False where it stays. */
    static boolean remove(ScimClient client, String path) {
        if (client.delete(path) instanceof ScimReply.Answer answer
                && Set.of(200, 204, 404, 410).contains(answer.status())) {
            return true;
        }
        if (path.startsWith("/Users/")) {
            deactivate(client, path);
        }
        return false;
    }

    /** Takes somebody out of use, by PUT where the server does not take a PATCH. */
    static void deactivate(ScimClient client, String path) {
        if (client.send("PATCH", path, INACTIVE, UnaryOperator.identity()) instanceof ScimReply.Answer patched
                && !patched.isSuccess()
                && client.get(path) instanceof ScimReply.Answer held
                && held.body() instanceof ObjectNode user) {
            client.put(path, user.put("active", false));
        }
    }

    /** Removes what an attempt left that did not come to its end. */
    static void sweep(MadeInApps book, List<MadeInApps.Made> left, ScimClient client) {
        for (var one : left) {
            var gone = one.path().contains(FILTER) ? removeSought(client, one) : remove(client, one.path());
            Log.LOG.info("Swept {} of run {}: {}", one.path(), one.run(), gone ? "removed" : "stays, inactive");
            if (gone) {
                book.removed(one.run(), one.path());
            } else {
                book.kept(one.run(), one.path());
            }
        }
    }

    private static boolean removeSought(ScimClient client, MadeInApps.Made one) {
        var parts = one.path().split(Pattern.quote(FILTER), 2);
        var attribute = parts[1].replaceFirst("%20.*", "");
        return named(client, parts[0], attribute, one.name()).stream()
                .map(place -> remove(client, place))
                .reduce(true, Boolean::logicalAnd);
    }

    /** What comes before a filter. */
    String FILTER = "?filter=";

    /** Takes somebody out of use. */
    String INACTIVE = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","value":{"active":false}}]}""";

    /** Where sweeping is noted. */
    final class Log {
        private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

        private Log() {}
    }
}
