package vn.hocvu.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of the reference data, by the names of its columns. Values hold no commas. */
record CsvRow(Map<String, String> values) {
    /** The lines of a packaged file; lines that start with # are remarks. */
    static List<CsvRow> read(String file) {
        try (var stream = Objects.requireNonNull(CsvRow.class.getResourceAsStream("/demo/" + file), file);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var lines = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            var columns = lines.getFirst().split(",", -1);
            var rows = new ArrayList<CsvRow>();
            for (var line : lines.subList(1, lines.size())) {
                var cells = line.split(",", -1);
                if (cells.length != columns.length) throw new IllegalStateException(file + ": " + line);
                var values = new LinkedHashMap<String, String>();
                for (var i = 0; i < columns.length; i++) values.put(columns[i], cells[i].strip());
                rows.add(new CsvRow(values));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String column) {
        return Objects.requireNonNull(optional(column), () -> "no " + column + " in " + values);
    }

    @Nullable
    String optional(String column) {
        var value = values.get(column);
        return value == null || value.isEmpty() ? null : value;
    }

    int number(String column) {
        return Integer.parseInt(text(column));
    }

    @Nullable
    Integer optionalNumber(String column) {
        var value = optional(column);
        return value == null ? null : Integer.valueOf(value);
    }

    LocalDate date(String column) {
        return LocalDate.parse(text(column));
    }

    @Nullable
    LocalDate optionalDate(String column) {
        var value = optional(column);
        return value == null ? null : LocalDate.parse(value);
    }
}
