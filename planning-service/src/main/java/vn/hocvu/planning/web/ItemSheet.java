package vn.hocvu.planning.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;

/** The items of a plan, with their total, as a table of a file: the columns are those that are seen. */
@Component
class ItemSheet {
    private final SheetFiles files;
    private final Words words;

    ItemSheet(SheetFiles files, Words words) {
        this.files = files;
        this.words = words;
    }

    NewSheet table(String asked, PlanColumns columns, List<ItemLine> items, PlanSums sums) {
        var fields = fields(columns);
        var rows = new ArrayList<List<@Nullable Object>>();
        items.forEach(item -> rows.add(cells(fields, field -> field.value().apply(item))));
        rows.add(cells(fields, field -> field.total().apply(sums)));
        return files.table(
                        words.text("plan.items"),
                        asked,
                        fields.stream().map(Field::head).toList(),
                        rows)
                .withSums(Set.of(items.size()));
    }

    private static List<@Nullable Object> cells(List<Field> fields, Function<Field, @Nullable Object> cell) {
        return fields.stream().map(cell).collect(Collectors.toList());
    }

    /**
     * One column of the file, with the column of the list that it belongs to.
     *
     * @param total what stands in it in the row of the total
     */
    private record Field(
            String column,
            SheetColumn head,
            Function<ItemLine, @Nullable Object> value,
            Function<PlanSums, @Nullable Object> total) {}

    private List<Field> fields(PlanColumns columns) {
        return Stream.of(
                        new Field("", head("itemId"), ItemLine::itemId, sums -> words.text("table.total")),
                        text("classType", head("classType").wide(30), l -> words.code("classType", l.classType())),
                        text("category", head("category"), l -> words.code("category", l.category())),
                        text("studyMode", head("studyMode"), l -> words.code("studyMode", l.studyMode())),
                        text(
                                "fundingSource",
                                head("fundingSource"),
                                l -> words.code("fundingSource", l.fundingSource())),
                        text("fundingSource", head("fundingOrgId"), ItemLine::payer),
                        text("requester", head("requesterOrgId").wide(30), ItemLine::requester),
                        text("venue", head("venueType"), l -> words.code("venueType", l.venueType())),
                        text("venue", head("venueId"), ItemLine::venue),
                        text("period", head("period").wide(30), l -> words.period(l.period())),
                        number("quotaClasses", ItemLine::quotaClasses, PlanSums::classes),
                        number("quotaLearners", ItemLine::quotaLearners, PlanSums::learners),
                        text("quotaLearners", numberHead("ambiguousValue"), ItemLine::ambiguousValue),
                        number("granted", ItemLine::granted, PlanSums::granted),
                        number("opened", ItemLine::opened, PlanSums::opened),
                        number("enrolled", ItemLine::enrolled, PlanSums::openedLearners),
                        number("unfulfilled", ItemLine::unfulfilled, PlanSums::unfulfilled),
                        number("remaining", ItemLine::remaining, PlanSums::remaining),
                        text("state", head("state"), l -> words.code("planItemState", l.state())))
                .filter(field -> field.column().isEmpty() || columns.has(field.column()))
                .toList();
    }

    private static Field text(String column, SheetColumn head, Function<ItemLine, @Nullable Object> value) {
        return new Field(column, head, value, sums -> null);
    }

    private Field number(
            String column, Function<ItemLine, @Nullable Object> value, Function<PlanSums, @Nullable Object> total) {
        return new Field(column, numberHead(column), value, total);
    }

    private SheetColumn head(String field) {
        return SheetColumn.text(field, words.text("plan.item." + field));
    }

    private SheetColumn numberHead(String field) {
        return SheetColumn.number(field, words.text("plan.item." + field));
    }
}
