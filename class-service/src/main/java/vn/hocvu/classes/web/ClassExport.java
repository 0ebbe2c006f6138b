package vn.hocvu.classes.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.hocvu.classes.views.classes.ClassRow;
import vn.hocvu.classes.views.classes.Classes;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;
import vn.hocvu.platform.webkit.sheets.Sheets;
import vn.hocvu.platform.webkit.tables.TableQuery;

/** The list of classes as a spreadsheet: what is exported is what is seen, with filter, time and requester. */
@Component
class ClassExport {
    private static final int MOST_ROWS = 20_000;

    private final Classes classes;
    private final Sheets sheets;
    private final MessageSource messages;
    private final Register register;
    private final CurrentActor current;
    private final ClassOrders orders;
    private final Formats formats;

    ClassExport(
            Classes classes,
            Sheets sheets,
            MessageSource messages,
            Register register,
            CurrentActor current,
            ClassOrders orders,
            Formats formats) {
        this.classes = classes;
        this.sheets = sheets;
        this.messages = messages;
        this.register = register;
        this.current = current;
        this.orders = orders;
        this.formats = formats;
    }

    byte[] of(TableQuery query, Map<String, Object> within) {
        var sorts = query.sorts().stream()
                .map(sort -> new Sort(sort.field(), sort.descending()))
                .toList();
        var found = classes.page(within, query.equal(), query.in(), query.q(), sorts, 0, MOST_ROWS);
        var columns = List.of(
                SheetColumn.text("classCode", text("class.code")),
                SheetColumn.text("classType", text("class.type")).wide(30),
                SheetColumn.text("venue", text("class.venue")),
                SheetColumn.number("planned", text("class.planned")),
                SheetColumn.number("enrolled", text("class.enrolled")),
                SheetColumn.date("startOn", text("class.startOn")),
                SheetColumn.text("status", text("class.status")));
        var rows = new ArrayList<List<?>>();
        found.rows().forEach(row -> rows.add(line(row)));
        var filter = query.filters().isEmpty() && query.q() == null ? "" : query.filters() + " " + query.q();
        return sheets.write(NewSheet.of(text("classes.title"), columns, rows)
                .titled(
                        text("classes.title"),
                        text("class.exported", formats.date(orders.today()), current.name(), filter)));
    }

    private List<Object> line(ClassRow row) {
        var p = row.proposed();
        return java.util.Arrays.asList(
                p.classCode().value(),
                text("classType." + p.classType()),
                register.name(Register.VENUES, p.venueId().value()),
                p.plannedLearners().count(),
                row.recruiting().enrolled() == null ? 0 : row.recruiting().enrolled(),
                row.startOn(),
                text("classStatus." + row.phase()));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
