package vn.hocvu.enrollment.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.OrgId;
import vn.hocvu.enrollment.vault.NameOrder;
import vn.hocvu.enrollment.vault.Person;
import vn.hocvu.platform.webkit.Entry;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.jobs.JobRow.CellMessage;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;
import vn.hocvu.platform.webkit.sheets.SheetRow;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** The sheet of a roll: its columns, its template, and how a row of it becomes a person and a sender. */
@Component
class RollSheet {
    static final String ORGANIZATION = "nominatingOrgId";
    private static final String ERRORS = "errors";

    private final Register register;
    private final Sheets sheets;

    RollSheet(Register register, Sheets sheets) {
        this.register = register;
        this.sheets = sheets;
    }

    List<SheetColumn> columns() {
        var organizations = register.all(Register.ORGANIZATIONS).stream()
                .map(Entry::name)
                .distinct()
                .toList();
        return List.of(
                SheetColumn.text("fullName", "Họ và tên").wide(28).must(),
                SheetColumn.text("birthDate", "Ngày sinh").wide(14).must(),
                SheetColumn.text("sex", "Giới tính")
                        .wide(10)
                        .oneOf(List.of("Nam", "Nữ"))
                        .must(),
                SheetColumn.text("identityNumber", "Số định danh").wide(18).must(),
                SheetColumn.text(ORGANIZATION, "Cơ quan cử đi")
                        .wide(30)
                        .oneOf(organizations)
                        .must(),
                SheetColumn.text("note", "Ghi chú").wide(30));
    }

    /** An empty sheet with one example row and the rules on a second tab. */
    byte[] template() {
        var example = List.of(List.of(
                "Nguyễn Văn Mẫu", "31/12/1985", "Nam", "001085000001", "Ba Vì", "Dòng ví dụ, hãy xóa hoặc ghi đè"));
        var rules = List.of(
                "Mỗi dòng là một học viên; dòng trống được bỏ qua.",
                "Các cột bắt buộc: Họ và tên, Ngày sinh, Giới tính, Số định danh, Cơ quan cử đi.",
                "Ngày sinh ghi 31/12/1985; giới tính ghi Nam hoặc Nữ.",
                "Số định danh gồm 12 chữ số (căn cước) hoặc 9 chữ số (chứng minh nhân dân).",
                "Cơ quan cử đi ghi tên như trong danh mục, hoặc mã đơn vị.",
                "Không dùng công thức, macro hay liên kết ra ngoài.",
                "Tối đa 20.000 dòng, tệp không quá 10 MB.",
                "Nhập lại cùng một tệp không tạo thêm học viên nào.");
        return sheets.write(NewSheet.of("Danh sách", columns(), example).withNotes(rules));
    }

    /** The same sheet with a column that says what was wrong. */
    byte[] result(List<SheetRow> rows, Map<Integer, String> remarks) {
        var columns = new ArrayList<>(columns());
        columns.add(SheetColumn.text(ERRORS, "Lỗi").wide(60));
        var lines = rows.stream()
                .map(row -> {
                    var cells = new ArrayList<@Nullable String>();
                    columns().forEach(column -> cells.add(row.text(column.name())));
                    cells.add(remarks.getOrDefault(row.number(), ""));
                    return cells;
                })
                .toList();
        return sheets.write(NewSheet.of("Kết quả", columns, lines));
    }

    List<SheetRow> read(byte[] file) {
        return sheets.read(file, columns());
    }

    /** Every row as a person and a sender, or as what is wrong with it. */
    List<Entrant> entrants(List<SheetRow> rows) {
        var organizations = organizations();
        var firstRowOf = new HashMap<String, Integer>();
        return rows.stream().map(row -> entrant(row, organizations, firstRowOf)).toList();
    }

    private static Entrant entrant(SheetRow row, Map<String, String> organizations, Map<String, Integer> firstRowOf) {
        var check = new PersonCheck();
        var person = check.person(
                row.text("fullName"),
                row.text("birthDate"),
                row.text("sex"),
                row.text("identityNumber"),
                row.text("note"));
        var messages = new ArrayList<CellMessage>();
        check.mistakes().forEach(m -> messages.add(CellMessage.of(m.field(), m.messageKey())));
        var typed = row.text(ORGANIZATION);
        var org = typed == null ? null : organizations.get(NameOrder.folded(typed));
        if (org == null) {
            messages.add(
                    CellMessage.of(ORGANIZATION, typed == null ? "error.required" : "import.row.unknownOrganization"));
        }
        if (person != null) {
            var before = firstRowOf.putIfAbsent(person.identityNumber(), row.number());
            if (before != null) {
                messages.add(CellMessage.of("identityNumber", "import.row.twiceInFile", before));
            }
        }
        return messages.isEmpty()
                ? new Entrant(row.number(), person, new OrgId(Objects.requireNonNull(org)), List.of())
                : new Entrant(row.number(), null, null, messages);
    }

    private Map<String, String> organizations() {
        var byName = new HashMap<String, String>();
        register.all(Register.ORGANIZATIONS).forEach(entry -> {
            byName.put(NameOrder.folded(entry.id()), entry.id());
            byName.putIfAbsent(NameOrder.folded(entry.name()), entry.id());
            byName.putIfAbsent(NameOrder.folded(entry.attribute("fullName")), entry.id());
        });
        return byName;
    }

    /** One row of the sheet: somebody to enrol, or mistakes. */
    record Entrant(
            int row, @Nullable Person person, @Nullable OrgId sender, List<CellMessage> mistakes) {
        boolean fine() {
            return mistakes.isEmpty();
        }

        Person someone() {
            return Objects.requireNonNull(person);
        }

        OrgId from() {
            return Objects.requireNonNull(sender);
        }
    }
}
