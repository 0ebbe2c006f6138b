package vn.hocvu.planning.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanEvent.Allocation;
import vn.hocvu.platform.webkit.papers.PaperTable;
import vn.hocvu.platform.webkit.papers.PaperTable.Column;
import vn.hocvu.platform.webkit.papers.PaperTable.Row;

/** The items of a plan as a table, by class type and funding, with sub-totals that add up to the total. */
@Component
class PlanAnnexTable {
    private static final int TEXTS = 7;

    private final PaperWords paper;
    private final Words words;

    PlanAnnexTable(PaperWords paper, Words words) {
        this.paper = paper;
        this.words = words;
    }

    PaperTable of(List<Allocation> items) {
        var rows = new ArrayList<Row>();
        items.stream()
                .collect(Collectors.groupingBy(item -> item.terms().classType(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(ofType -> addType(ofType, rows));
        rows.add(sum(paper.text("plan.sum.all"), items));
        return new PaperTable(columns(), rows);
    }

    private List<Column> columns() {
        return List.of(
                Column.text(paper.text("plan.column.item"), 11),
                Column.text(paper.text("plan.column.classType"), 22),
                Column.text(paper.text("plan.column.category"), 16),
                Column.text(paper.text("plan.column.funding"), 22),
                Column.text(paper.text("plan.column.requester"), 18),
                Column.text(paper.text("plan.column.venue"), 17),
                Column.text(paper.text("plan.column.period"), 18),
                Column.number(paper.text("plan.column.classes"), 8),
                Column.number(paper.text("plan.column.learners"), 10),
                Column.text(paper.text("plan.column.note"), 24));
    }

    private void addType(List<Allocation> items, List<Row> rows) {
        var type = words.code("classType", items.getFirst().terms().classType());
        var byFunding = items.stream()
                .collect(Collectors.groupingBy(
                        item -> item.terms().funding().source(), TreeMap::new, Collectors.toList()));
        byFunding.forEach((source, paid) -> {
            paid.forEach(item -> rows.add(row(item)));
            if (byFunding.size() > 1) {
                rows.add(sum(paper.text("plan.sum.funding", type, words.code("fundingSource", source)), paid));
            }
        });
        rows.add(sum(paper.text("plan.sum.type", type), items));
    }

    private Row row(Allocation item) {
        var terms = item.terms();
        var funding = terms.funding();
        var source = words.code("fundingSource", funding.source());
        var venue = terms.venue().venueId();
        var quota = terms.quota();
        return Row.of(List.of(
                item.itemId().value(),
                words.code("classType", terms.classType()),
                words.code("category", terms.category()),
                funding.orgId() == null ? source : source + ": " + words.organization(funding.orgId()),
                words.organization(terms.requesterOrgId()),
                venue == null ? words.code("venueType", terms.venue().type()) : words.venue(venue),
                words.period(terms.period()),
                words.number(quota.classes()),
                words.number(quota.learners()),
                notes(item)));
    }

    private String notes(Allocation item) {
        var quota = item.terms().quota();
        var awaits = item.terms().awaits();
        return Stream.of(
                        quota.isAmbiguous()
                                ? paper.text("plan.note.ambiguous", words.number(quota.ambiguousValue()))
                                : "",
                        awaits == null ? "" : paper.text("plan.note.awaits", awaits))
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private Row sum(String label, List<Allocation> items) {
        return Row.sum(
                TEXTS,
                List.of(
                        label,
                        words.number(PlanDecisionPaper.classes(items)),
                        words.number(PlanDecisionPaper.learners(items)),
                        ""));
    }
}
