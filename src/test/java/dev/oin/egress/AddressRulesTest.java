package dev.oin.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.egress.Admission.Admitted;
import dev.oin.egress.Admission.Refused;
import dev.oin.egress.Admission.Unknown;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.com/",
                "https://localhost/",
                "https://intranet/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://127.0.0.1./",
                "https://localhost./",
                "https://app.internal./",
                "https://0177.0.0.1/",
                "https://0177.0.0.01./",
                "https://017700000001/",
                "https://0x7f.0.0.1/",
                "https://0x7f000001/",
                "https://0x7F.1/",
                "https://1.2.3.08/",
                "https://93.184.3598/",
                "https://[::ffff:7f00:1]/",
                "https://[0:0:0:0:0:ffff:10.0.0.1]/",
                "https://[::127.0.0.1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:7f00:1::]/",
                "https://[fe80::1%25lo]/",
                "https://10.0.0.1/",
                "https://172.31.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://app.internal/",
                "https://app.example.com@127.0.0.1/",
                "ftp://app.example.com/",
                "https:///path",
                "//app.example.com/"
            })
    void refuses_what_is_not_https_on_the_public_internet(String url) {
        var objection = EgressFixture.rules().objection(URI.create(url));

        assertThat(objection).isPresent();
    }

    @Test
    void admits_https_to_a_public_host_at_the_addresses_it_looked_up() {
        var admission = EgressFixture.rules().admit(URI.create("https://app.example.com/scim"));

        assertThat(admission)
                .isInstanceOfSatisfying(
                        Admitted.class,
                        admitted -> assertThat(admitted.addresses())
                                .singleElement()
                                .hasToString("app.example.com/93.184.215.14"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://sneaky.example.com/", "https://metadata.example.com/"})
    void refuses_a_public_name_that_leads_inside(String url) {
        assertThat(EgressFixture.rules().admit(URI.create(url))).isInstanceOf(Refused.class);
    }

    @Test
    void says_that_a_name_is_unknown() {
        assertThat(EgressFixture.rules().admit(URI.create("https://gone.example.com/")))
                .isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.0/8", "127.0.0.1", "localhost", "localhost:9090", "127.0.0.1:9090"})
    void the_operator_can_allow_a_host_or_range_with_or_without_port(String allow) {
        var admission = EgressFixture.rules(allow).admit(URI.create("http://localhost:9090/"));

        assertThat(admission).isInstanceOf(Admitted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9091", "127.0.0.1:9091", "10.0.0.0/8", "*.localhost", "[::1]:9090"})
    void an_exception_holds_for_nothing_else(String allow) {
        var admission = EgressFixture.rules(allow).admit(URI.create("http://localhost:9090/"));

        assertThat(admission).isInstanceOf(Refused.class);
    }

    @Test
    void allowing_a_domain_allows_what_is_below_it() {
        var rules = EgressFixture.rules("*.example.com");

        assertThat(rules.admit(URI.create("http://sneaky.example.com/"))).isInstanceOf(Admitted.class);
    }
}
