package dev.oin.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void quotes_what_would_break_the_line() {
        var text = Csv.text(List.of("name"), List.of(List.of("Acme, \"HR\"")));

        assertThat(text).isEqualTo("name\r\n\"Acme, \"\"HR\"\"\"\r\n");
    }

    @Test
    void no_spreadsheet_takes_a_cell_for_a_formula() {
        var text = Csv.text(List.of("name"), List.of(List.of("=HYPERLINK(1)"), List.of("-2+3"), List.of("-")));

        assertThat(text).isEqualTo("name\r\n'=HYPERLINK(1)\r\n'-2+3\r\n-\r\n");
    }
}
