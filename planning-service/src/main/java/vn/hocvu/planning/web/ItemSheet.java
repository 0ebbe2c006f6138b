package vn.hocvu.planning.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** The item list as a file: what is exported is what is seen. */
@Component
class ItemSheet {
    private final Sheets sheets;
    private final Words words;
    private final Formats formats;
    private final CurrentActor person;

    ItemSheet(Sheets sheets, Words words, Formats formats, CurrentActor person) {
        this.sheets = sheets;
        this.words = words;
        this.formats = formats;
        this.person = person;
    }

    /**
     * @param format {@code csv}, otherwise .xlsx
     */
    ResponseEntity<byte[]> file(
            String name, String title, String filter, PlanColumns columns, List<ItemLine> lines, String format) {
        var fields = fields(columns);
        var cells = lines.stream()
                .map(line ->
                        fields.stream().map(field -> field.value().apply(line)).collect(Collectors.toList()))
                .toList();
        var sheet = NewSheet.of(name, fields.stream().map(Field::head).toList(), cells)
                .titled(
                        title,
                        words.text("export.filter", filter),
                        words.text("export.by", formats.time(formats.now()), person.name()));
        boolean csv = format.equals("csv");
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + (csv ? ".csv" : ".xlsx"))
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, csv ? "text/csv;charset=UTF-8" : Sheets.CONTENT_TYPE)
                .body(csv ? sheets.csv(sheet) : sheets.write(sheet));
    }

    /** One column of the file, with the column of the list that it belongs to. */
    private record Field(String column, SheetColumn head, Function<ItemLine, @Nullable Object> value) {}

    private List<Field> fields(PlanColumns columns) {
        return Stream.of(
                        new Field("", text("itemId"), this::number),
                        new Field("classType", text("classType").wide(30), l -> words.code("classType", l.classType())),
                        new Field("category", text("category"), l -> words.code("category", l.category())),
                        new Field("studyMode", text("studyMode"), l -> words.code("studyMode", l.studyMode())),
                        new Field(
                                "fundingSource",
                                text("fundingSource"),
                                l -> words.code("fundingSource", l.fundingSource())),
                        new Field("fundingSource", text("fundingOrgId"), ItemLine::payer),
                        new Field("requester", text("requesterOrgId").wide(30), ItemLine::requester),
                        new Field("venue", text("venueType"), l -> words.code("venueType", l.venueType())),
                        new Field("venue", text("venueId"), ItemLine::venue),
                        new Field("period", text("period").wide(30), l -> words.period(l.period())),
                        new Field("quotaClasses", number("quotaClasses"), ItemLine::quotaClasses),
                        new Field("quotaLearners", number("quotaLearners"), ItemLine::quotaLearners),
                        new Field("quotaLearners", number("ambiguousValue"), ItemLine::ambiguousValue),
                        new Field("granted", number("granted"), ItemLine::granted),
                        new Field("opened", number("opened"), ItemLine::opened),
                        new Field("enrolled", number("enrolled"), ItemLine::enrolled),
                        new Field("unfulfilled", number("unfulfilled"), ItemLine::unfulfilled),
                        new Field("remaining", number("remaining"), ItemLine::remaining),
                        new Field("state", text("state"), l -> words.code("planItemState", l.state())))
                .filter(field -> field.column().isEmpty() || columns.has(field.column()))
                .toList();
    }

    private String number(ItemLine line) {
        return line.offPlan() ? words.text("plan.item.number.offPlan", line.itemId()) : line.itemId();
    }

    private SheetColumn text(String field) {
        return SheetColumn.text(field, words.text("plan.item." + field));
    }

    private SheetColumn number(String field) {
        return SheetColumn.number(field, words.text("plan.item." + field));
    }
}
