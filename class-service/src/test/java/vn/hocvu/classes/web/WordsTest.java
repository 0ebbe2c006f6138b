package vn.hocvu.classes.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import vn.hocvu.classes.trainingclass.ClassEvent;
import vn.hocvu.classes.trainingclass.ClassRefusal;
import vn.hocvu.classes.trainingclass.Phase;
import vn.hocvu.classes.trainingclass.ReasonCode;
import vn.hocvu.classes.trainingclass.Slot;
import vn.hocvu.classes.views.classes.ClassTask;

class WordsTest {
    @Test
    void bothLanguagesKnowTheSameKeys() throws IOException {
        assertThat(words("class").keySet()).isEqualTo(words("class_en").keySet());
    }

    @Test
    void everyFactRefusalStateAndTaskHasItsWords() throws IOException {
        var needed = new ArrayList<String>();
        Arrays.stream(ClassEvent.class.getPermittedSubclasses()).forEach(e -> needed.add("event." + e.getSimpleName()));
        Arrays.stream(ClassRefusal.class.getPermittedSubclasses())
                .forEach(r -> needed.add("refusal." + r.getSimpleName()));
        Arrays.stream(Phase.values()).forEach(p -> needed.add("classStatus." + p));
        Arrays.stream(Slot.values()).forEach(s -> needed.add("slot." + s));
        Arrays.stream(ReasonCode.values()).forEach(r -> needed.add("reasonCode." + r));
        Arrays.stream(ClassTask.values()).forEach(t -> needed.add("task." + t));

        assertThat(words("class").stringPropertyNames()).containsAll(needed);
        assertThat(needed).hasSizeGreaterThan(60);
    }

    private static Properties words(String name) throws IOException {
        var words = new Properties();
        try (var in = WordsTest.class.getResourceAsStream("/messages/" + name + ".properties")) {
            words.load(new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return words;
    }
}
