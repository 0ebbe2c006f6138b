package vn.hocvu.platform.auditchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of RFC 8785, and what must not have a canonical form. */
class CanonicalJsonTest {
    @Test
    void theExampleOfTheRfc() {
        assertThat(canonical("""
                        {
                          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                          "literals": [null, true, false]
                        }
                        """))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void keysAreSortedByUtf16CodeUnits() {
        assertThat(canonical("""
                        {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
                         "\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}
                        """))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":"
                        + "\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":"
                        + "\"Hebrew Letter Dalet With Dagesh\"}");
        assertThat(canonical("{\"b\":{\"d\":1,\"c\":[{\"z\":0,\"y\":1}]},\"a b\":2,\"a\":1,\"a\\\"\":4,\"a#\":5}"))
                .isEqualTo("{\"a\":1,\"a b\":2,\"a\\\"\":4,\"a#\":5,\"b\":{\"c\":[{\"y\":1,\"z\":0}],\"d\":1}}");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersAreWrittenAsTheRfcSays(String bits, String text) {
        assertThat(CanonicalNumbers.of(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-0, 0", "0, 0", "-1, -1", "10, 10", "1e1, 10", "1.0, 1", "-0.0, 0", "123456789012345, 123456789012345"
    })
    void oneNumberHasOneSpelling(String written, String text) {
        assertThat(canonical(written)).isEqualTo(text);
        assertThat(exactly(written)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "333333333.33333329", "0.1000000000000000055", "-12345678901234567890"})
    void aNumberThatTwoTextsWouldShareIsRefusedWhereExactnessCounts(String number) {
        assertThatThrownBy(() -> CanonicalJson.exactly(number)).hasMessageContaining("cannot be kept exactly");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "{", "{\"a\"}", "{\"a\":1,}", "[1,]", "{\"a\":1,\"a\":2}", "{\"b\":1,\"a\":1,\"b\":2}", "01", "1.",
                        ".5",
                "+1", "1e", "1e999", "tru", "nul", "\"a", "\"\\x\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"",
                "\"\t\"", "1 2", "{}{}", "NaN", "\"\\u12g4\""
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThatThrownBy(() -> CanonicalJson.of(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c080", "e08080", "eda080", "f0808080", "f4908080", "c3", "ff", "c328", "e28228"})
    void whatIsNotUtf8IsRefused(String bytes) {
        var content = java.util.HexFormat.of().parseHex("22" + bytes + "22");

        assertThatThrownBy(() -> JsonPart.read(content, content.length)).isInstanceOf(Malformed.class);
    }

    @Test
    void nestingHasAnEnd() {
        assertThatThrownBy(() -> CanonicalJson.of("[".repeat(101) + "]".repeat(101)))
                .hasMessageContaining("nested too deeply");
        assertThat(canonical("[".repeat(100) + "]".repeat(100))).hasSize(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverWasWrittenMeansTheSameAndStaysAsItIs(long seed) {
        var random = new Random(seed);
        var json = JsonMapper.builder().build();
        for (var i = 0; i < 200; i++) {
            var value = Values.object(random, 4);
            var written = json.writeValueAsString(value);

            var canonical = canonical(written);

            assertThat(json.readTree(canonical).equals(CanonicalJsonTest::compare, json.readTree(written)))
                    .isTrue();
            assertThat(canonical(canonical)).isEqualTo(canonical);
            assertThat(canonical(json.writerWithDefaultPrettyPrinter().writeValueAsString(value)))
                    .isEqualTo(canonical);
        }
    }

    @Test
    void membersAreFoundAndReadBack() {
        var part = JsonPart.read("{\"z\":[1,\"a,]}\\\"\",{\"k\":{}}],\"a\":\"ế\\n\\u0001\",\"n\":-5}");

        assertThat(part.member("a").text()).isEqualTo("ế\n\u0001");
        assertThat(part.member("n").number()).isEqualTo(-5);
        assertThat(part.member("z").elements()).hasSize(3);
        assertThat(part.member("z").elements().get(1).text()).isEqualTo("a,]}\"");
        assertThat(part.find("k")).isNull();
        assertThatThrownBy(() -> part.member("k")).hasMessageContaining("\"k\" is missing");
        assertThatThrownBy(() -> part.member("a").number()).isInstanceOf(Malformed.class);
    }

    private static int compare(JsonNode one, JsonNode other) {
        var same = one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
        return same ? 0 : 1;
    }

    private static String canonical(String json) {
        return new String(CanonicalJson.of(json), StandardCharsets.UTF_8);
    }

    private static String exactly(String json) {
        return new String(CanonicalJson.exactly(json), StandardCharsets.UTF_8);
    }
}
