package vn.hocvu.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published figures: a file for programs, with every raw sample, and a page for people that is made from it. A
 * measurement replaces its own part and leaves the others as they were.
 */
public final class Report {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final Map<String, Taken> all;

    private Report(Path folder, Map<String, Taken> all) {
        this.folder = folder;
        this.all = all;
    }

    /** One measurement as published. */
    public record Taken(
            String title, Machine machine, Map<String, Object> settings, List<Line> figures, List<String> notes) {}

    /** One figure as published. */
    public record Line(
            String what,
            String unit,
            BigDecimal median,
            BigDecimal min,
            BigDecimal max,
            BigDecimal p99,
            @Nullable String target,
            boolean kept,
            List<BigDecimal> samples) {
        static Line of(Figure figure) {
            Samples samples = figure.samples();
            return new Line(
                    figure.what(),
                    figure.unit(),
                    Numbers.rounded(samples.median()),
                    Numbers.rounded(samples.min()),
                    Numbers.rounded(samples.max()),
                    Numbers.rounded(samples.percentile(99)),
                    figure.target() == null ? null : figure.target().toString(),
                    figure.kept(),
                    samples.values().stream().map(Numbers::rounded).toList());
        }
    }

    /** What is published in that folder. */
    public static Report in(Path folder) {
        Path file = folder.resolve("benchmarks.json");
        try {
            return new Report(
                    folder,
                    Files.exists(file)
                            ? JSON.readValue(
                                    Files.readString(file), new TypeReference<LinkedHashMap<String, Taken>>() {})
                            : new LinkedHashMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes a measurement in place of an earlier one of that name. */
    public void put(Result result, Machine machine, List<String> order) {
        Map<String, Object> settings =
                JSON.convertValue(result.settings(), new TypeReference<LinkedHashMap<String, Object>>() {});
        all.put(
                result.name(),
                new Taken(
                        result.title(),
                        machine,
                        settings,
                        result.figures().stream().map(Line::of).toList(),
                        result.notes()));
        Map<String, Taken> sorted = new LinkedHashMap<>();
        order.stream().filter(all::containsKey).forEach(name -> sorted.put(name, all.get(name)));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("benchmarks.json"), JSON.writeValueAsString(sorted) + "\n");
            Files.writeString(folder.resolve("benchmarks.md"), new Page(sorted).text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
