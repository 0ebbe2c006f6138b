package vn.hocvu.reporting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.TimelineEntry.Change;
import vn.hocvu.reporting.views.figures.planbook.ItemTerms;
import vn.hocvu.reporting.views.figures.planhistory.ItemStand;

/** A plan item in words, field by field, in the order of the form in which it is written. */
@Component
class StandWords {
    private static final String NOTHING = "–";

    private final Words words;

    StandWords(Words words) {
        this.words = words;
    }

    private record Field<T>(String label, Function<T, String> value) {}

    /** What differs between what an item said and what it says. */
    List<Change> between(@Nullable ItemTerms before, @Nullable ItemTerms after) {
        return changes(terms(), before, after);
    }

    /** What differs between an item at one point and at another, with what had become of it. */
    List<Change> between(@Nullable ItemStand before, @Nullable ItemStand after) {
        var changes = new ArrayList<Change>();
        changes.addAll(between(before == null ? null : before.terms(), after == null ? null : after.terms()));
        changes.addAll(changes(progress(), before, after));
        return changes;
    }

    private <T> List<Change> changes(List<Field<T>> fields, @Nullable T before, @Nullable T after) {
        return fields.stream()
                .map(field -> new Change(words.text(field.label()), said(field, before), said(field, after)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    /** What is not said is not shown as taken away or added. */
    private static <T> @Nullable String said(Field<T> field, @Nullable T of) {
        var value = of == null ? null : field.value().apply(of);
        return NOTHING.equals(value) ? null : value;
    }

    private List<Field<ItemTerms>> terms() {
        return List.of(
                new Field<>("stand.classType", t -> words.code("classType", t.classType())),
                new Field<>("stand.category", t -> words.code("category", t.category())),
                new Field<>("stand.studyMode", t -> words.code("studyMode", t.studyMode())),
                new Field<>("stand.fundingSource", t -> words.code("fundingSource", t.fundingSource())),
                new Field<>("stand.fundingOrgId", t -> words.organization(t.fundingOrgId())),
                new Field<>("stand.requesterOrgId", t -> words.organization(t.requesterOrgId())),
                new Field<>("stand.venueType", t -> words.code("venueType", t.venueType())),
                new Field<>("stand.venueId", t -> words.venue(t.venueId())),
                new Field<>("stand.classes", t -> words.number(t.quotaClasses())),
                new Field<>("stand.learners", this::learners),
                new Field<>("stand.perClass", t -> t.learnersPerClass() == null ? NOTHING : words.number(t.perClass())),
                new Field<>("stand.awaits", t -> Objects.requireNonNullElse(t.awaits(), NOTHING)),
                new Field<>("stand.period", this::period));
    }

    private List<Field<ItemStand>> progress() {
        return List.of(
                new Field<>("stand.granted", s -> words.number(s.granted())),
                new Field<>("stand.opened", s -> words.count(s.opened())),
                new Field<>("stand.unfulfilled", s -> words.count(s.unfulfilled())),
                new Field<>("stand.remaining", s -> words.number(s.remaining())),
                new Field<>("stand.waits", s -> words.text(s.waits() ? "stand.yes" : "stand.no")));
    }

    /** Learners that the item promises, with every way to read a figure that is not clear. */
    String learners(ItemTerms terms) {
        var figure = terms.ambiguousValue();
        if (!terms.ambiguous() || figure == null) {
            return words.number(terms.learners());
        }
        return words.number(figure)
                + terms.readings().stream()
                        .map(reading ->
                                words.code("reading", reading.scope()) + " " + words.number(reading.quotaLearners()))
                        .collect(Collectors.joining("; ", " (" + words.code("clarity", "AMBIGUOUS") + ": ", ")"));
    }

    String period(ItemTerms terms) {
        var from = terms.plannedFrom();
        var until = terms.plannedUntil();
        return from == null && until == null ? NOTHING : day(from) + " – " + day(until);
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "…" : words.date(day);
    }

    /** "Trung cấp lý luận chính trị · Ngân sách quận, huyện · Ba Vì". */
    String name(ItemTerms terms) {
        return words.code("classType", terms.classType())
                + " · " + words.code("fundingSource", terms.fundingSource())
                + " · "
                + (terms.venueId() == null ? words.code("venueType", terms.venueType()) : words.venue(terms.venueId()));
    }
}
