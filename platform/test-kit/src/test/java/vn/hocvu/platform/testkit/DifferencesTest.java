package vn.hocvu.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The comparison must bite: a description that differs anywhere is named with its place. */
class DifferencesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": {\"b\": 1}}    | {\"a\": {\"b\": 2}}    | /a/b: 1 became 2",
                "{\"a\": 1}             | {}                     | /a: 1 became nothing",
                "{}                     | {\"a\": [1]}           | /a: nothing became [1]",
                "{\"a\": [1, 2]}        | {\"a\": [1, 3]}        | /a/1: 2 became 3",
                "{\"a\": [1, 2]}        | {\"a\": [1]}           | /a: [1,2] became [1]"
            })
    void theFirstDifferenceIsNamed(String expected, String actual, String difference) {
        assertThat(Differences.first(read(expected), read(actual))).hasValue(difference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = "{\"a\": 1, \"b\": [2]} | {\"b\": [2], \"a\": 1}")
    void theOrderOfKeysDoesNotMatter(String expected, String actual) {
        assertThat(Differences.first(read(expected), read(actual))).isEmpty();
    }

    private static JsonNode read(String text) {
        return JSON.readTree(text);
    }
}
