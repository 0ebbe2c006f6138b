package vn.hocvu.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of contents of the published language names exactly the messages whose samples lie beside it. */
class PublishedLanguageTest {

    private static final Path FOLDER = root().resolve("docs/events");
    private static final Pattern NAME = Pattern.compile("name: vn\\.hocvu\\.(\\w+)\\.(\\w+)\\.v(\\d+)");

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/events"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    @Test
    void everySampleIsListedAndEveryListedMessageHasSampleAndSchema() throws IOException {
        var listed = new TreeSet<String>();
        NAME.matcher(Files.readString(FOLDER.resolve("asyncapi.yaml")))
                .results()
                .forEach(found -> listed.add(found.group(1) + "/" + found.group(2) + ".v" + found.group(3)));

        assertThat(listed).isEqualTo(files(".json", ".schema.json")).isEqualTo(files(".schema.json", "nothing"));
    }

    private static TreeSet<String> files(String ending, String notEnding) throws IOException {
        var names = new TreeSet<String>();
        for (String service : List.of("planning", "class", "enrollment")) {
            try (var files = Files.list(FOLDER.resolve(service))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(ending) && !name.endsWith(notEnding))
                        .forEach(name -> names.add(service + "/" + name.substring(0, name.length() - ending.length())));
            }
        }
        return names;
    }
}
