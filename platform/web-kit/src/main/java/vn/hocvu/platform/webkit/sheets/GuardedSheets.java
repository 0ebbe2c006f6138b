package vn.hocvu.platform.webkit.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.webkit.Formats;

/** Spreadsheets by fastexcel, behind {@link Guard}. */
final class GuardedSheets implements Sheets {
    static final int MOST_ROWS = 20_000;
    private static final int HEADER_WITHIN = 20;
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 4_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    @Override
    public List<SheetRow> read(byte[] file, List<SheetColumn> columns) {
        Guard.check(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
                var rows = workbook.getFirstSheet().openStream()) {
            var read = new Reading(columns);
            rows.forEach(read::row);
            return read.result();
        } catch (IOException | ExcelReaderException e) {
            throw new SheetRefused("sheet.notSheet");
        } catch (SheetRefused e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever else the parser stumbles over is a file that we do not understand.
            throw new SheetRefused("sheet.notSheet");
        }
    }

    /** One pass over the rows: first to the header, then what stands below it. */
    private static final class Reading {
        private final List<SheetColumn> columns;
        private final List<SheetRow> rows = new ArrayList<>();
        private final Map<Integer, SheetColumn> positions = new LinkedHashMap<>();
        private int seen;

        Reading(List<SheetColumn> columns) {
            this.columns = columns;
        }

        void row(Row row) {
            if (positions.isEmpty()) {
                if (seen++ < HEADER_WITHIN) {
                    header(row);
                }
                return;
            }
            var cells = new LinkedHashMap<String, String>();
            boolean filled = false;
            for (var position : positions.entrySet()) {
                var cell = position.getKey() < row.getCellCount() ? row.getCell(position.getKey()) : null;
                var text = cell == null ? "" : text(cell, position.getValue().kind());
                filled |= !text.isEmpty();
                cells.put(position.getValue().name(), text);
            }
            if (filled) {
                if (rows.size() >= MOST_ROWS) {
                    throw new SheetRefused("sheet.tooManyRows", MOST_ROWS);
                }
                rows.add(new SheetRow(row.getRowNum(), cells));
            }
        }

        private void header(Row row) {
            var found = new LinkedHashMap<Integer, SheetColumn>();
            for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
                var cell = row.getCell(i);
                if (cell == null || cell.getType() != CellType.STRING) {
                    continue;
                }
                var text = fold(cell.asString());
                for (var column : columns) {
                    if (fold(column.header()).equals(text) && !found.containsValue(column)) {
                        found.put(i, column);
                        break;
                    }
                }
            }
            var required = columns.stream().filter(SheetColumn::required).toList();
            if (!found.isEmpty() && found.values().containsAll(required)) {
                positions.putAll(found);
            } else if (found.size() * 2 > columns.size()) {
                var missing = required.stream()
                        .filter(c -> !found.containsValue(c))
                        .map(SheetColumn::header)
                        .collect(Collectors.joining(", "));
                throw new SheetRefused("sheet.missingColumn", missing);
            }
        }

        List<SheetRow> result() {
            if (positions.isEmpty()) {
                throw new SheetRefused(
                        "sheet.header",
                        columns.stream().map(SheetColumn::header).collect(Collectors.joining(", ")));
            }
            return rows;
        }

        private static String text(Cell cell, SheetColumn.Kind kind) {
            var text = switch (cell.getType()) {
                case FORMULA ->
                    throw new SheetRefused("sheet.formula", cell.getAddress().toString());
                case STRING -> cell.asString();
                case NUMBER -> number(cell, kind);
                case BOOLEAN -> cell.asBoolean() ? "1" : "0";
                case EMPTY -> "";
                case ERROR -> "#";
            };
            var normal = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFC)
                    .replace('\u00a0', ' ')
                    .strip();
            return normal.length() > LONGEST_CELL ? normal.substring(0, LONGEST_CELL) : normal;
        }

        private static String number(Cell cell, SheetColumn.Kind kind) {
            var format = cell.getDataFormatString();
            // Colours and quoted words in a format may hold d or y; what is left of it tells a date.
            var dated = format != null
                    && format.toLowerCase(Locale.ROOT)
                            .replaceAll("\\[[^\\]]*]|\"[^\"]*\"", "")
                            .matches(".*[dy].*");
            var plausible = dated || cell.asNumber().compareTo(BigDecimal.valueOf(3_000)) > 0;
            if ((kind == SheetColumn.Kind.DATE && plausible) || (kind == SheetColumn.Kind.TEXT && dated)) {
                return DAY.format(cell.asDate());
            }
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
    }

    @Override
    public byte[] write(List<NewSheet> sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Hoc Vu", "1.0")) {
            for (var sheet : sheets) {
                one(workbook, sheet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void one(Workbook workbook, NewSheet sheet) throws IOException {
        var page = workbook.newWorksheet(name(sheet.name()));
        int line = 0;
        for (var title : sheet.title()) {
            page.value(line, 0, safe(title));
            if (line == 0) {
                page.style(line, 0).bold().fontSize(14).set();
            }
            line++;
        }
        if (line > 0) {
            line++;
        }
        int header = line++;
        for (int c = 0; c < sheet.columns().size(); c++) {
            var column = sheet.columns().get(c);
            page.width(c, column.width());
            page.value(header, c, column.header());
            page.style(header, c).bold().wrapText(true).fillColor("DDE7F3").set();
            var format = switch (column.kind()) {
                case TEXT -> "@";
                case DATE -> "dd/mm/yyyy";
                case NUMBER -> "#,##0.###";
            };
            page.style(c).format(format).set();
        }
        page.freezePane(0, header + 1);
        page.repeatRows(header);
        int position = 0;
        for (var row : sheet.rows()) {
            for (int c = 0; c < row.size(); c++) {
                cell(page, line, c, row.get(c));
            }
            if (sheet.sums().contains(position++)) {
                page.range(line, 0, line, sheet.columns().size() - 1)
                        .style()
                        .bold()
                        .set();
            }
            line++;
            if (line % 500 == 0) {
                page.flush();
            }
        }
        filter(page, sheet, header, position);
        choices(workbook, page, sheet, header);
        page.finish();
        if (!sheet.notes().isEmpty()) {
            var notes = workbook.newWorksheet(name("Hướng dẫn"));
            notes.width(0, 100);
            for (int i = 0; i < sheet.notes().size(); i++) {
                notes.value(i, 0, safe(sheet.notes().get(i)));
                notes.style(i, 0).wrapText(true).set();
            }
            notes.finish();
        }
    }

    /** Whoever sorts or filters the rows leaves the totals below them alone; sub-totals would be torn from their rows. */
    private static void filter(Worksheet page, NewSheet sheet, int header, int rows) {
        int last = rows - 1;
        while (sheet.sums().contains(last)) {
            last--;
        }
        boolean sumsBelowOnly = sheet.sums().size() == rows - 1 - last;
        if (last >= 0 && sumsBelowOnly) {
            page.setAutoFilter(
                    header, 0, header + 1 + last, Math.max(0, sheet.columns().size() - 1));
        }
    }

    /** Drop-down lists stand on a tab of their own, because a list in a cell rule may hold few characters only. */
    private static void choices(Workbook workbook, Worksheet page, NewSheet sheet, int header) throws IOException {
        Worksheet lists = null;
        for (int c = 0; c < sheet.columns().size(); c++) {
            var choices = sheet.columns().get(c).choices();
            if (choices.isEmpty()) {
                continue;
            }
            if (lists == null) {
                lists = workbook.newWorksheet(name("Danh mục"));
            }
            for (int i = 0; i < choices.size(); i++) {
                lists.value(i, c, choices.get(i));
            }
            page.range(header + 1, c, header + 2_000, c).validateWithList(lists.range(0, c, choices.size() - 1, c));
        }
        if (lists != null) {
            lists.finish();
        }
    }

    private static void cell(Worksheet page, int line, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> {
                page.value(line, column, number);
                page.style(line, column).format("#,##0.###").set();
            }
            case LocalDate date -> {
                page.value(line, column, date);
                page.style(line, column).format("dd/mm/yyyy").set();
            }
            case LocalDateTime time -> {
                page.value(line, column, time);
                page.style(line, column).format("dd/mm/yyyy hh:mm:ss").set();
            }
            case Instant instant -> {
                page.value(line, column, LocalDateTime.ofInstant(instant, Formats.ZONE));
                page.style(line, column).format("dd/mm/yyyy hh:mm:ss").set();
            }
            case Boolean truth -> page.value(line, column, truth ? "x" : "");
            default -> page.value(line, column, safe(value.toString()));
        }
    }

    @Override
    public byte[] csv(List<NewSheet> sheets) {
        return sheets.stream()
                .map(GuardedSheets::csv)
                .collect(Collectors.joining("\r\n", "\ufeff", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String csv(NewSheet sheet) {
        var text = new StringBuilder();
        sheet.title().forEach(line -> text.append(quoted(neutral(line))).append("\r\n"));
        text.append(sheet.columns().stream().map(c -> quoted(c.header())).collect(Collectors.joining(",")))
                .append("\r\n");
        for (var row : sheet.rows()) {
            var cells = new ArrayList<String>();
            for (var value : row) {
                cells.add(quoted(
                        switch (value) {
                            case null -> "";
                            case Number number -> number.toString();
                            case LocalDate date -> DAY.format(date);
                            case Instant instant -> MOMENT.format(LocalDateTime.ofInstant(instant, Formats.ZONE));
                            default -> neutral(value.toString());
                        }));
            }
            text.append(String.join(",", cells)).append("\r\n");
        }
        return text.toString();
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
    static String neutral(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Characters that XML cannot hold are left out; a text cell stays text whatever it begins with. */
    private static String safe(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private static String name(String tab) {
        var allowed = tab.replaceAll("[\\\\/*?:\\[\\]]", " ");
        return allowed.length() > 31 ? allowed.substring(0, 31) : allowed;
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
