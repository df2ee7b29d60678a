package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.oin.kernel.Protocol;
import dev.oin.submission.SaveOutcome.Misfit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Page 1's document: an object with the set of protocols, or the bare set. */
record ProtocolsPage(Set<Protocol> protocols, List<Misfit> misfits) {

    static ProtocolsPage read(JsonNode document) {
        JsonNode page =
                document.isArray() ? JsonNodeFactory.instance.objectNode().set("protocols", document) : document;
        var checked = PageShape.check(WizardPage.PROTOCOLS, page);
        var protocols = EnumSet.noneOf(Protocol.class);
        checked.document().path("protocols").forEach(name -> protocols.add(Protocol.valueOf(name.textValue())));
        return new ProtocolsPage(protocols, checked.misfits());
    }

    /** The protocols that are switched off here. */
    static List<Misfit> withheld(Set<Protocol> protocols, Features features) {
        return protocols.stream()
                .flatMap(protocol -> features.withheld(protocol).stream())
                .map(reason -> new Misfit("protocols", "protocols.list", reason, Misfit.Kind.VALUE))
                .toList();
    }
}
