package vn.hocvu.local.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * A sheet as people fill it in: a header row and the rows below.
 *
 * @param columns headings in their order
 * @param rows    cells by heading
 */
record Table(List<String> columns, List<Map<String, String>> rows) {
    private static final LocalDateTime MADE = LocalDateTime.of(2019, 1, 1, 0, 0);

    /** Reads the first tab; the header is the first row with at least this many filled cells. */
    static Table read(byte[] file, int headings) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var lines = workbook.getFirstSheet().openStream()) {
            var all = lines.map(Table::cells).toList();
            var header = 0;
            while (header < all.size()
                    && all.get(header).stream().filter(cell -> !cell.isBlank()).count() < headings) header++;
            if (header == all.size()) throw new IllegalStateException("the sheet has no header row");
            var columns = all.get(header);
            var rows = new ArrayList<Map<String, String>>();
            for (var line : all.subList(header + 1, all.size())) {
                if (line.stream().allMatch(String::isBlank)) continue;
                var row = new LinkedHashMap<String, String>();
                for (var i = 0; i < columns.size(); i++) row.put(columns.get(i), i < line.size() ? line.get(i) : "");
                rows.add(row);
            }
            return new Table(columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The heading that means the same as one of these words, whatever its case and diacritics. */
    String column(String... words) {
        for (var word : words) {
            for (var column : columns) {
                if (folded(column).startsWith(folded(word))) return column;
            }
        }
        throw new IllegalStateException("none of the columns " + columns + " is " + List.of(words));
    }

    byte[] write() {
        var file = new ByteArrayOutputStream();
        try {
            try (var workbook = new Workbook(file, "hocvu", "1.0")) {
                var sheet = workbook.newWorksheet("1");
                for (var i = 0; i < columns.size(); i++) sheet.value(0, i, columns.get(i));
                for (var r = 0; r < rows.size(); r++) {
                    for (var i = 0; i < columns.size(); i++) {
                        var cell = rows.get(r).get(columns.get(i));
                        if (cell != null && !cell.isEmpty()) sheet.value(r + 1, i, cell);
                    }
                }
                workbook.finish();
            }
            return timeless(file.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same workbook without the times of its making: the same people give the same bytes, and enrollment knows a file
     * that it has seen.
     */
    private static byte[] timeless(byte[] workbook) throws IOException {
        var made = Files.createTempFile("hocvu", ".xlsx");
        var file = new ByteArrayOutputStream();
        Files.write(made, workbook);
        try (var in = new ZipFile(made.toFile());
                var out = new ZipOutputStream(file)) {
            for (var entry : Collections.list(in.entries())) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(MADE);
                out.putNextEntry(copy);
                var content = in.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("docProps/core.xml")) {
                    content = new String(content, StandardCharsets.UTF_8)
                            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", MADE + ":00Z")
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.write(content);
            }
        } finally {
            Files.delete(made);
        }
        return file.toByteArray();
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < row.getCellCount(); i++) {
            var cell = row.getCell(i);
            cells.add(
                    cell == null || cell.getText() == null ? "" : cell.getText().strip());
        }
        return cells;
    }
}
