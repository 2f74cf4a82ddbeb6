package io.spillway.wire.httpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
    private static final String HEAD = "<?xml version='1.0' encoding='UTF-8' ?>\n";

    static String manager(String inside) {
        return HEAD
                + "<httpd:manager xmlns:httpd='http://httpd.apache.org'><httpd:balancers>"
                + inside
                + "</httpd:balancers></httpd:manager>";
    }

    static String balancer(String name, String nonce, String... workers) {
        return element("balancer", element("name", "balancer://" + name) + element("nonce", nonce))
                .replace(
                        "</httpd:balancer>",
                        element("workers", String.join("", workers)) + "</httpd:balancer>");
    }

    static String worker(int port, String route, String loadFactor, String status, int elected) {
        return element(
                "worker",
                element("name", "http://127.0.0.1:" + port)
                        + element("hostname", "127.0.0.1")
                        + element("loadfactor", loadFactor)
                        + element("port", "" + port)
                        + element("status", status)
                        + element("loadfactor", loadFactor)
                        + element("elected", "" + elected)
                        + element("route", route)
                        + element("busy", "2")
                        + element("lbset", "0"));
    }

    private static String element(String name, String inside) {
        return "<httpd:%s>%s</httpd:%s>".formatted(name, inside, name);
    }

    private static List<ManagerPage.Balancer> read(String xml) throws XMLStreamException {
        return PageReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static ManagerPage page(String... balancers) throws XMLStreamException {
        return new ManagerPage("", read(manager(String.join("", balancers))));
    }

    @Test
    void readsMembersAndTheirStates() throws Exception {
        ManagerPage page =
                page(
                        balancer(
                                "be",
                                "n1",
                                worker(9101, "s1", "1.50", "Init Ok ", 7),
                                worker(9102, "s2", "100.00", "Init Drn Ok ", 0),
                                worker(9103, "s3", "1.00", "Init Dis ", 0),
                                worker(9104, "s4", "1.00", "Init Err Stby ", 0)),
                        balancer("api", "n2"));
        assertThat(page.balancers())
                .extracting(ManagerPage.Balancer::name)
                .containsExactly("be", "api");
        ManagerPage.Balancer be = page.balancer("be").orElseThrow();
        assertThat(be.nonce()).isEqualTo("n1");
        assertThat(be).asString().doesNotContain("n1");
        Member first = be.members().getFirst();
        assertThat(first.server()).isEqualTo("s1");
        assertThat(first.url()).isEqualTo("http://127.0.0.1:9101");
        assertThat(first.address()).isEqualTo("127.0.0.1:9101");
        assertThat(first.loadFactor()).isEqualTo(1.5);
        assertThat(first.elected()).isEqualTo(7);
        assertThat(first.busy()).isEqualTo(2);
        assertThat(be.members())
                .extracting(Member::draining)
                .containsExactly(false, true, false, false);
        assertThat(be.members())
                .extracting(Member::disabled)
                .containsExactly(false, false, true, false);
        assertThat(be.members())
                .extracting(Member::standby)
                .containsExactly(false, false, false, true);
        assertThat(be.members())
                .extracting(Member::failed)
                .containsExactly(false, false, false, true);
    }

    @Test
    void aMemberWithoutARouteOfItsOwnIsCalledByItsAddress() throws Exception {
        ManagerPage page =
                page(
                        balancer(
                                "be",
                                "n",
                                worker(1, "", "1.00", "Init Ok", 0),
                                worker(2, "same", "1.00", "Init Ok", 0),
                                worker(3, "same", "1.00", "Init Ok", 0)));
        assertThat(page.balancers().getFirst().members())
                .extracting(Member::server)
                .containsExactly("127.0.0.1:1", "127.0.0.1:2", "127.0.0.1:3");
    }

    @Test
    void aRestartShowsInNoncesAndCounters() throws Exception {
        ManagerPage before = page(balancer("be", "n", worker(1, "s1", "1.00", "Ok", 7)));
        assertThat(page(balancer("be", "n", worker(1, "s1", "1.00", "Ok", 8))))
                .satisfies(p -> assertThat(p.restartedSince(before)).isFalse());
        assertThat(page(balancer("be", "m", worker(1, "s1", "1.00", "Ok", 8))))
                .satisfies(p -> assertThat(p.restartedSince(before)).isTrue());
        assertThat(page(balancer("be", "n", worker(1, "s1", "1.00", "Ok", 6))))
                .satisfies(p -> assertThat(p.restartedSince(before)).isTrue());
    }

    @Test
    void noEntityIsFetched(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "n0nce");
        String doctype =
                "<!DOCTYPE m [<!ENTITY x SYSTEM '%s'><!ENTITY y 'inside'>]>\n"
                        .formatted(secret.toUri());
        for (String entity : List.of("&x;", "&y;")) {
            String xml =
                    manager(balancer("be", entity, worker(1, "s1", "1.00", "Ok", 0)))
                            .replace(HEAD, HEAD + doctype);
            assertThatThrownBy(() -> read(xml)).isInstanceOf(XMLStreamException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body/></html>",
                "<manager/>",
                "<httpd:manager xmlns:httpd='http://httpd.apache.org'><httpd:balancers>"
            })
    void whatIsNotTheManagersIsRefused(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void aMemberThatIsNotWholeIsRefused() {
        String whole = manager(balancer("be", "n", worker(1, "s1", "1.00", "Ok", 0)));
        assertThatThrownBy(() -> read(whole.replace("busy", "idle")))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("'busy'");
        assertThatThrownBy(() -> read(whole.replace(">1.00<", ">much<")))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("much");
        assertThatThrownBy(() -> read(whole.replace("balancer://", "")))
                .isInstanceOf(XMLStreamException.class);
    }
}
