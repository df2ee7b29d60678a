package dev.oin.web.insight;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The process models as drawings, and the elements at which work can wait. */
@Component
class Models {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> WAITING = Set.of("userTask", "callActivity", "intermediateCatchEvent");

    private final Map<String, Model> models = new LinkedHashMap<>();

    Models() {
        for (var file : List.of("oin-submission", "qa-testing")) {
            var model = read("processes/" + file + ".bpmn");
            models.put(model.key(), model);
        }
    }

    List<Model> all() {
        return List.copyOf(models.values());
    }

    Optional<Model> find(String key) {
        return Optional.ofNullable(models.get(key));
    }

    /** The element's name, as the drawing shows it. */
    String nameOf(String process, String element) {
        return find(process).stream()
                .flatMap(model -> model.elements().stream())
                .filter(node -> node.id().equals(element))
                .map(Node::name)
                .findFirst()
                .orElse(element);
    }

    private static Model read(String path) {
        try {
            var xml = new ClassPathResource(path).getContentAsByteArray();
            var factory = DocumentBuilderFactory.newNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
            var process = (Element) root.getElementsByTagNameNS(BPMN, "process").item(0);
            return new Model(process.getAttribute("id"), process.getAttribute("name"), xml, waiting(process));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SAXException | ParserConfigurationException broken) {
            throw new IllegalStateException("The model " + path + " cannot be read", broken);
        }
    }

    private static List<Node> waiting(Element process) {
        var found = new ArrayList<Node>();
        var all = process.getElementsByTagNameNS(BPMN, "*");
        for (int index = 0; index < all.getLength(); index++) {
            var element = (Element) all.item(index);
            if (canWait(element)) {
                found.add(new Node(element.getAttribute("id"), element.getAttribute("name")));
            }
        }
        return found;
    }

    private static boolean canWait(Element element) {
        return WAITING.contains(element.getLocalName())
                || (element.getLocalName().equals("serviceTask")
                        && element.getAttributeNS(CAMUNDA, "type").equals("external"));
    }

    /** A model, its drawing and the elements at which work can wait. */
    record Model(String key, String name, byte[] xml, List<Node> elements) {

        /** Where its drawing is served. */
        public String path() {
            return "/insight/models/" + key + ".bpmn";
        }
    }

    /** An element of a model. */
    record Node(String id, String name) {}
}
