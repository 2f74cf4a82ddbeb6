package io.spillway.wire.httpd;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the balancer-manager's XML. No document type is read and no entity outside it is fetched.
final class PageReader {
    private static final String NAMESPACE = "http://httpd.apache.org";
    private static final String SCHEME = "balancer://";

    private final XMLStreamReader xml;

    private PageReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /// Reads a whole page.
    ///
    /// @throws XMLStreamException if it is not XML, or not the balancer-manager's; where reading
    ///   failed, its nested exception is the cause
    static List<ManagerPage.Balancer> read(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        try {
            xml.nextTag();
            xml.require(XMLStreamConstants.START_ELEMENT, NAMESPACE, "manager");
            return new PageReader(xml).balancers();
        } catch (NumberFormatException e) {
            throw new XMLStreamException("a number is none (" + e.getMessage() + ")", e);
        } finally {
            xml.close();
        }
    }

    private List<ManagerPage.Balancer> balancers() throws XMLStreamException {
        List<ManagerPage.Balancer> balancers = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
            if (starts("balancer")) {
                balancers.add(balancer());
            }
        }
        return balancers;
    }

    private ManagerPage.Balancer balancer() throws XMLStreamException {
        String name = "";
        String nonce = "";
        List<Map<String, String>> workers = new ArrayList<>();
        while (!ends("balancer")) {
            xml.next();
            if (starts("name")) {
                name = xml.getElementText().strip();
            } else if (starts("nonce")) {
                nonce = xml.getElementText().strip();
            } else if (starts("worker")) {
                workers.add(worker());
            }
        }
        if (!name.startsWith(SCHEME)) {
            throw new XMLStreamException("a balancer is called '" + name + "'");
        }
        return new ManagerPage.Balancer(name.substring(SCHEME.length()), nonce, members(workers));
    }

    /// The texts of a worker's elements. Some stand there twice, with the same text.
    private Map<String, String> worker() throws XMLStreamException {
        Map<String, String> texts = new HashMap<>();
        while (!ends("worker")) {
            xml.next();
            if (xml.isStartElement()) {
                texts.put(xml.getLocalName(), xml.getElementText().strip());
            }
        }
        return texts;
    }

    private static List<Member> members(List<Map<String, String>> workers)
            throws XMLStreamException {
        Map<String, Integer> routes = new HashMap<>();
        for (Map<String, String> worker : workers) {
            routes.merge(worker.getOrDefault("route", ""), 1, Integer::sum);
        }
        List<Member> members = new ArrayList<>(workers.size());
        for (Map<String, String> worker : workers) {
            String route = worker.getOrDefault("route", "");
            String address = text(worker, "hostname") + ":" + text(worker, "port");
            boolean named = !route.isEmpty() && routes.getOrDefault(route, 0) == 1;
            members.add(member(named ? route : address, worker));
        }
        return members;
    }

    private static Member member(String server, Map<String, String> worker)
            throws XMLStreamException {
        return new Member(
                server,
                text(worker, "name"),
                text(worker, "hostname"),
                Integer.parseInt(text(worker, "port")),
                Double.parseDouble(text(worker, "loadfactor")),
                Set.of(text(worker, "status").split("\\s+")),
                Long.parseLong(text(worker, "elected")),
                Integer.parseInt(text(worker, "busy")),
                Integer.parseInt(text(worker, "lbset")));
    }

    private static String text(Map<String, String> worker, String name) throws XMLStreamException {
        String text = worker.get(name);
        if (text == null) {
            throw new XMLStreamException("a member has no '" + name + "'");
        }
        return text;
    }

    private boolean starts(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    private boolean ends(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }
}
