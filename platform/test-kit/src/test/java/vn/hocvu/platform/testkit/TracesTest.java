package vn.hocvu.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search must bite in every form, and find nothing where nothing is. */
class TracesTest {
    private static final Traces TRACES = Traces.of("Đỗ Quỳnh", "061085000001");

    @ParameterizedTest
    @ValueSource(strings = {"Đỗ Quỳnh", "đỗ quỳnh", "ĐỖ QUỲNH", "Do Quynh", "do quynh", "DO QUYNH", "061085000001"})
    void everyFormIsFoundInEveryEncoding(String form) {
        for (var encoding :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            var bytes = ("x" + form + "y").getBytes(encoding);
            assertThat(TRACES.in(bytes)).as(encoding.name()).isTrue();
            assertThat(TRACES.in("\\x" + HexFormat.of().formatHex(form.getBytes(encoding))))
                    .isTrue();
        }
        assertThat(TRACES.in(Normalizer.normalize(form, Normalizer.Form.NFD))).isTrue();
    }

    @Test
    void anEscapedNameIsFoundAndAnotherIsNot() {
        assertThat(TRACES.in("{\"name\": \"\\u0110\\u1ed7 Qu\\u1ef3nh\"}")).isTrue();
        assertThat(TRACES.in("Đỗ Quân, 061085000002")).isFalse();
    }

    @Test
    void filesThatHoldItAreNamed(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/with.log"), "... do quynh ...");
        Files.writeString(folder.resolve("a/without.log"), "...");

        assertThat(TRACES.under(folder)).containsExactly(folder.resolve("a/b/with.log"));
    }
}
