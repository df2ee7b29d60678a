package dev.oin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueListTest {

    @Test
    void parts_at_commas() {
        assertThat(ValueList.split("user.firstName, user.lastName ,x"))
                .containsExactly("user.firstName", "user.lastName", "x");
    }

    @Test
    void keeps_expressions_and_quoted_texts_together() {
        assertThat(ValueList.split("${fn:substring(user.userName, 0, 3)},\"a,b\""))
                .containsExactly("${fn:substring(user.userName, 0, 3)}", "\"a,b\"");
    }

    @Test
    void passes_over_what_is_empty() {
        assertThat(ValueList.split(" ,, a,")).containsExactly("a");
    }
}
