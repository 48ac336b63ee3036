package club.courtside.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.platform.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({"Terrain 1,terrain-1", "Terrain Nº 2 – Été,terrain-no-2-ete", "'  Central!  ',central", "球场,''"})
    void a_short_name_is_made_of_a_name(String name, String slug) {
        assertThat(Names.slugOf(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb"})
    void a_name_has_letters_only(String name) {
        assertThatThrownBy(() -> Names.checked("name", name)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_name_is_not_a_novel() {
        assertThatThrownBy(() -> Names.checked("name", "x".repeat(10_000))).hasMessageContaining("100 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a b", "../a", "é", "a/b"})
    void a_short_name_fits_into_an_address(String slug) {
        assertThatThrownBy(() -> Names.checkedSlug("slug", slug)).isInstanceOf(ProblemException.class);
    }
}
