package dev.oin.web.catalog;

import dev.oin.catalog.Catalog;
import dev.oin.catalog.CatalogEntry;
import dev.oin.review.ReviewProperties;
import dev.oin.web.frame.FrameProperties;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;

/** What changed in the catalog last, as an Atom feed (RFC 4287). */
@Controller
class CatalogFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Catalog catalog;
    private final FrameProperties frame;
    private final String base;

    CatalogFeed(Catalog catalog, FrameProperties frame, ReviewProperties properties) {
        this.catalog = catalog;
        this.frame = frame;
        this.base = properties.publicUrl().toString().replaceAll("/$", "") + "/catalog";
    }

    @GetMapping("/catalog/feed.atom")
    ResponseEntity<String> feed(ServletWebRequest request) throws XMLStreamException {
        var revision = catalog.revision();
        if (request.checkNotModified("\"feed-%d\"".formatted(revision))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        return ResponseEntity.ok()
                .cacheControl(CatalogReaders.FRESH)
                .eTag("\"feed-%d\"".formatted(revision))
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8"))
                .body(write(catalog.latest(revision)));
    }

    private String write(List<CatalogEntry> entries) throws XMLStreamException {
        var text = new StringWriter();
        var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", base + "/feed.atom");
        element(xml, "title", frame.product() + " catalog");
        element(
                xml,
                "updated",
                (entries.isEmpty() ? Instant.EPOCH : entries.getFirst().changedAt()).toString());
        link(xml, "self", base + "/feed.atom");
        link(xml, "alternate", base);
        for (var entry : entries) {
            write(xml, entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return text.toString();
    }

    private void write(XMLStreamWriter xml, CatalogEntry entry) throws XMLStreamException {
        var page = base + "/" + entry.slug();
        xml.writeStartElement("entry");
        element(xml, "id", "%s#version-%d".formatted(page, entry.version()));
        element(xml, "title", "%s, version %d".formatted(entry.facts().name(), entry.version()));
        element(xml, "published", entry.publishedAt().toString());
        element(xml, "updated", entry.changedAt().toString());
        link(xml, "alternate", page);
        xml.writeStartElement("author");
        element(xml, "name", entry.facts().company());
        xml.writeEndElement();
        for (var useCase : entry.facts().useCases()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", clean(useCase));
        }
        element(xml, "summary", entry.facts().description());
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    /** XML 1.0 has no place for most control characters, however they are written. */
    private static String clean(String text) {
        return text.replaceAll("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", " ");
    }
}
