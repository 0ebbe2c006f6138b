package vn.hocvu.planning.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.sheets.SheetColumn;

/** The item list as a file: what is exported is what is seen. */
@Component
class ItemSheet {
    private final SheetFiles files;
    private final Words words;

    ItemSheet(SheetFiles files, Words words) {
        this.files = files;
        this.words = words;
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
        return files.file(name, title, filter, fields.stream().map(Field::head).toList(), cells, format);
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
