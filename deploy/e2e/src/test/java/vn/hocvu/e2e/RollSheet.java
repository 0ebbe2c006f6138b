package vn.hocvu.e2e;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The spreadsheets that people fill in by hand. */
final class RollSheet {

    private static final List<String> HEAD =
            List.of("Họ và tên", "Ngày sinh", "Giới tính", "Số định danh", "Cơ quan cử đi", "Ghi chú");

    private RollSheet() {}

    /** A roll of so many learners; {@code series} keeps their identity numbers apart from other sheets'. */
    static byte[] of(int learners, int series) {
        return write(sheet -> {
            for (int column = 0; column < HEAD.size(); column++) {
                sheet.value(0, column, HEAD.get(column));
            }
            for (int row = 1; row <= learners; row++) {
                sheet.value(row, 0, "Nguyễn Thị Học Viên " + (char) ('A' + row % 20));
                sheet.value(row, 1, "12/05/1985");
                sheet.value(row, 2, row % 2 == 0 ? "Nam" : "Nữ");
                sheet.value(row, 3, "%012d".formatted(1_085_000_000L + series * 1_000L + row));
                sheet.value(row, 4, "Ba Vì");
            }
        });
    }

    /** The downloaded template with "graduated, good" for every learner. */
    static byte[] allGood(byte[] template) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            List<Row> rows = book.getFirstSheet().read();
            List<String> head =
                    rows.getFirst().stream().map(cell -> cell.getText()).toList();
            return write(sheet -> {
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < head.size(); column++) {
                        sheet.value(row, column, cell(rows.get(row), row, column, head));
                    }
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String cell(Row row, int number, int column, List<String> head) {
        if (number > 0 && head.get(column).startsWith("Kết quả")) {
            return "Tốt nghiệp";
        }
        if (number > 0 && head.get(column).startsWith("Xếp loại")) {
            return "Khá";
        }
        return row.getCellText(column);
    }

    private interface Filler {
        void fill(Worksheet sheet);
    }

    private static byte[] write(Filler filler) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Workbook book = new Workbook(out, "hocvu", "1.0");
            filler.fill(book.newWorksheet("Danh sách"));
            book.finish();
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
