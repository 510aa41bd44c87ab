package io.mtandao.testing.contract;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Resource;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The settings form as bnd writes it into the bundle. The annotations are gone at run time (their retention is CLASS) and the bundle is made after the
 * tests, so it is written once more here, by the same bnd.
 */
final class Metatype {
    /** @param defaultValue null when there is none */
    record Attribute(String id, String type, boolean required, String defaultValue, String name, String description) {}

    private static final Map<Class<?>, Metatype> WRITTEN = new ConcurrentHashMap<>();

    private final Class<?> type;
    private final List<Document> documents = new ArrayList<>();

    static Metatype of(Class<?> type) throws Exception {
        Metatype written = WRITTEN.get(type);
        if (written == null) WRITTEN.put(type, written = new Metatype(type));
        return written;
    }

    private Metatype(Class<?> type) throws Exception {
        this.type = type;
        File classes = new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Builder builder = new Builder()) {
            builder.addClasspath(classes);
            builder.setProperty("Private-Package", type.getPackageName());
            builder.setProperty("-dsannotations", "!*");
            try (Jar jar = builder.build()) {
                for (Resource resource : jar.getDirectories().get("OSGI-INF/metatype").values()) {
                    try (InputStream in = resource.openInputStream()) {
                        documents.add(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in));
                    }
                }
            }
        }
    }

    boolean hasDefinition() {
        return definition() != null;
    }

    /** Whether the definition is the one of its own pid: otherwise the platform does not find it. */
    boolean isDesignated() {
        return elements("Designate").stream().anyMatch(designate -> designate.getAttribute("pid").equals(type.getName())
            && ((Element) designate.getElementsByTagName("Object").item(0)).getAttribute("ocdref").equals(type.getName()));
    }

    String name() {
        return definition().getAttribute("name");
    }

    List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        NodeList found = definition().getElementsByTagName("AD");
        for (int i = 0; i < found.getLength(); i++) {
            Element ad = (Element) found.item(i);
            attributes.add(new Attribute(ad.getAttribute("id"), ad.getAttribute("type"), !ad.getAttribute("required").equals("false"),
                ad.hasAttribute("default") ? ad.getAttribute("default") : null, ad.getAttribute("name"), ad.getAttribute("description")));
        }
        return attributes;
    }

    /** Labels of options. */
    List<String> labels() {
        List<String> labels = new ArrayList<>();
        NodeList found = definition().getElementsByTagName("Option");
        for (int i = 0; i < found.getLength(); i++) labels.add(((Element) found.item(i)).getAttribute("label"));
        return labels;
    }

    /** @param language with a leading '_', or empty for English */
    Properties texts(String language) throws Exception {
        Properties texts = new Properties();
        texts.load(new ByteArrayInputStream(bytes(language)));
        return texts;
    }

    boolean isAscii(String language) throws Exception {
        for (byte b : bytes(language)) if (b < 0) return false;
        return true;
    }

    private byte[] bytes(String language) throws Exception {
        String file = "/" + definition().getOwnerDocument().getDocumentElement().getAttribute("localization") + language + ".properties";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) throw new AssertionError("no " + file);
            return in.readAllBytes();
        }
    }

    private Element definition() {
        return elements("OCD").stream().filter(ocd -> ocd.getAttribute("id").equals(type.getName())).findFirst().orElse(null);
    }

    private List<Element> elements(String tag) {
        List<Element> elements = new ArrayList<>();
        for (Document document : documents) {
            NodeList found = document.getElementsByTagName(tag);
            for (int i = 0; i < found.getLength(); i++) elements.add((Element) found.item(i));
        }
        return elements;
    }
}
