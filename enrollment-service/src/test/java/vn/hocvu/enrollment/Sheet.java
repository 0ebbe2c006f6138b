package vn.hocvu.enrollment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Sheets as people fill them in. */
final class Sheet {
    static final List<String> HEADER =
            List.of("Họ và tên", "Ngày sinh", "Giới tính", "Số định danh", "Cơ quan cử đi", "Ghi chú");

    private Sheet() {}

    static byte[] of(List<List<String>> rows) {
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Danh sách");
            write(sheet, 0, HEADER);
            for (int r = 0; r < rows.size(); r++) {
                write(sheet, r + 1, rows.get(r));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    static List<List<String>> read(byte[] file) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var lines = new ArrayList<List<String>>();
            try (var rows = workbook.getFirstSheet().openStream()) {
                rows.forEach(row -> lines.add(row.stream()
                        .map(cell -> cell == null ? "" : cell.getText())
                        .toList()));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> person(String name, String identityNumber, String org) {
        return List.of(name, "31/12/1985", "Nam", identityNumber, org, "");
    }

    private static void write(org.dhatim.fastexcel.Worksheet sheet, int row, List<String> cells) {
        for (int c = 0; c < cells.size(); c++) {
            sheet.value(row, c, cells.get(c));
        }
    }
}
