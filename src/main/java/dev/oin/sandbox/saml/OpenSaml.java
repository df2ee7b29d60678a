package dev.oin.sandbox.saml;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.xml.namespace.QName;
import net.shibboleth.utilities.java.support.component.ComponentInitializationException;
import net.shibboleth.utilities.java.support.xml.BasicParserPool;
import net.shibboleth.utilities.java.support.xml.ParserPool;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.config.InitializationException;
import org.opensaml.core.config.InitializationService;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.springframework.stereotype.Component;

/** OpenSAML, started once, with a parser that refuses every DOCTYPE. */
@Component
final class OpenSaml {

    private static final int LONGEST_DOCUMENT = 256 * 1024;
    /** Each element costs a kilobyte of memory; real documents have a hundred or two. */
    private static final int MOST_MARKUP = 10_000;

    /** What reads the elements calls itself for each level: without a limit a small document would exhaust the stack. */
    private static final int DEEPEST = 100;

    private static final Map<String, Boolean> SAFE = Map.of(
            "http://apache.org/xml/features/disallow-doctype-decl", true,
            "http://xml.org/sax/features/external-general-entities", false,
            "http://xml.org/sax/features/external-parameter-entities", false,
            "http://apache.org/xml/features/nonvalidating/load-external-dtd", false,
            "http://javax.xml.XMLConstants/feature/secure-processing", true);

    private final FutureTask<ParserPool> starting = new FutureTask<>(OpenSaml::start);

    /** Starts beside the rest of the application, which it would keep waiting for seconds. */
    OpenSaml() {
        var thread = new Thread(starting, "opensaml-start");
        thread.setDaemon(true);
        thread.setContextClassLoader(OpenSaml.class.getClassLoader());
        thread.start();
    }

    private static ParserPool start() throws InitializationException, ComponentInitializationException {
        InitializationService.initialize();
        return safeParser();
    }

    private ParserPool parser() {
        try {
            return starting.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("OpenSAML does not start", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while OpenSAML starts", interrupted);
        }
    }

    private static ParserPool safeParser() throws ComponentInitializationException {
        var pool = new BasicParserPool();
        pool.setMaxPoolSize(50);
        pool.setNamespaceAware(true);
        pool.setExpandEntityReferences(false);
        pool.setXincludeAware(false);
        pool.setBuilderFeatures(SAFE);
        pool.setBuilderAttributes(Map.of("jdk.xml.maxElementDepth", Integer.toString(DEEPEST)));
        pool.initialize();
        return pool;
    }

    /** Reads a document of unknown origin. */
    XMLObject read(byte[] document) throws UnreadableSaml {
        if (document.length > LONGEST_DOCUMENT) {
            throw new UnreadableSaml("the document is longer than " + LONGEST_DOCUMENT / 1024 + " KiB");
        }
        if (markupIn(document) > MOST_MARKUP) {
            throw new UnreadableSaml("the document has more than " + MOST_MARKUP + " tags");
        }
        try {
            return XMLObjectSupport.unmarshallFromInputStream(parser(), new ByteArrayInputStream(document));
        } catch (XMLParserException malformed) {
            throw new UnreadableSaml(
                    "the document is not well-formed XML, contains a DOCTYPE, or is nested more than %d levels deep"
                            .formatted(DEEPEST),
                    malformed);
        } catch (UnmarshallingException | RuntimeException foreign) {
            throw new UnreadableSaml("the document is not SAML", foreign);
        }
    }

    private static int markupIn(byte[] document) {
        var count = 0;
        for (var at : document) {
            if (at == '<') {
                count++;
            }
        }
        return count;
    }

    /** Reads a document that we wrote. */
    XMLObject readOwn(String document) {
        try {
            return read(document.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableSaml ours) {
            throw new IllegalStateException("Our own SAML cannot be read", ours);
        }
    }

    /** A new, empty element. */
    <T extends XMLObject> T make(Class<T> type, QName name) {
        parser();
        var builder = XMLObjectProviderRegistrySupport.getBuilderFactory().getBuilderOrThrow(name);
        return type.cast(builder.buildObject(name));
    }

    /** The element as text. */
    String write(XMLObject object) {
        try {
            return SerializeSupport.nodeToString(XMLObjectSupport.marshall(object));
        } catch (MarshallingException wrong) {
            throw new IllegalStateException("Our own SAML cannot be written", wrong);
        }
    }
}
