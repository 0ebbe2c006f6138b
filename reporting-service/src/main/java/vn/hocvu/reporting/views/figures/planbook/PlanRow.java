package vn.hocvu.reporting.views.figures.planbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;
import vn.hocvu.reporting.messages.consumed.Heard;
import vn.hocvu.reporting.messages.consumed.planning.PlanningFact;
import vn.hocvu.reporting.views.figures.ledger.Moment;

/** One year's plan with the dated facts of its allocation and of what became of its items. */
public record PlanRow(
        String planId,
        int year,
        @Nullable Moment allocated,
        List<ItemTerms> items,
        List<SlotMove> slots,
        List<GivenUp> givenUp,
        List<Received> documents,
        @Nullable Moment closed,
        List<Revision> revisions)
        implements Row<Heard, PlanRow> {

    public PlanRow {
        items = List.copyOf(items);
        slots = List.copyOf(slots);
        givenUp = List.copyOf(givenUp);
        documents = List.copyOf(documents);
        revisions = List.copyOf(revisions);
    }

    /**
     * What one item says was changed, by an amendment or a clarification.
     *
     * @param before absent if the item was added
     * @param after  absent if it was taken out of the plan
     */
    public record Revision(
            Moment at,
            String itemId,
            @Nullable ItemTerms before,
            @Nullable ItemTerms after) {
        /** True if it only settled what an unclear figure means. */
        boolean clarifies() {
            return before != null && after != null && before.ambiguous() && !after.ambiguous();
        }
    }

    /** A class takes, uses or gives back a place of an item; the kind is the name of the message. */
    public record SlotMove(Moment at, String itemId, String classId) {}

    /** The paper an item waited for has come. */
    public record Received(Moment at, String itemId) {}

    /** Classes of an item that could not be held. */
    public record GivenUp(
            Moment at,
            String itemId,
            int classes,
            int learners,
            String reasonCode,
            @Nullable String reasonText,
            @Nullable String classId,
            @Nullable String fundingOrgId,
            @Nullable String requesterOrgId) {}

    private static final Comparator<Revision> IN_EFFECT = Comparator.comparing(
                    (Revision revision) -> revision.at().effectiveOn())
            .thenComparing(revision -> revision.at().recordedAt());

    static PlanRow empty(String planId) {
        return new PlanRow(planId, 0, null, List.of(), List.of(), List.of(), List.of(), null, List.of());
    }

    /** The item of that number. */
    public Optional<ItemTerms> item(String itemId) {
        return items.stream().filter(item -> item.itemId().equals(itemId)).findFirst();
    }

    /**
     * The plan with its items as amended by the facts that count. Changes are applied in the order in which they took
     * effect, each only in what it changed, so that one recorded late leaves the others as they are.
     */
    public PlanRow amendedBy(Predicate<Moment> counts) {
        return revisedBy(revision -> counts.test(revision.at()));
    }

    /** The plan as it was allocated: only what an unclear figure was said to mean counts, no amendment does. */
    public PlanRow clarifiedBy(Predicate<Moment> counts) {
        return revisedBy(revision -> revision.clarifies() && counts.test(revision.at()));
    }

    private PlanRow revisedBy(Predicate<Revision> counts) {
        var said = new LinkedHashMap<String, ItemTerms>();
        items.forEach(item -> said.put(item.itemId(), item));
        revisions.stream().filter(counts).sorted(IN_EFFECT).forEach(revision -> revise(said, revision));
        return new PlanRow(
                planId, year, allocated, List.copyOf(said.values()), slots, givenUp, documents, closed, revisions);
    }

    private static void revise(Map<String, ItemTerms> said, Revision revision) {
        var before = revision.before();
        var after = revision.after();
        if (before == null && after != null) {
            said.put(revision.itemId(), after);
        } else if (after == null) {
            said.remove(revision.itemId());
        } else if (before != null) {
            said.computeIfPresent(revision.itemId(), (id, now) -> now.changed(before, after));
        }
    }

    @Override
    public PlanRow after(Fact<Heard> fact) {
        return PlanningFact.FAMILY
                .read(fact)
                .map(said -> after(said, Moment.of(fact, said.effectiveOn())))
                .orElse(this);
    }

    private PlanRow after(PlanningFact said, Moment at) {
        return switch (said) {
            case PlanningFact.PlanAllocated f ->
                new PlanRow(
                        planId,
                        f.year(),
                        at,
                        f.allocations().stream().map(ItemTerms::of).toList(),
                        slots,
                        givenUp,
                        documents,
                        closed,
                        revisions);
            case PlanningFact.PlanAmended f ->
                revised(new Revision(at, f.itemId(), terms(f.before()), terms(f.after())));
            case PlanningFact.QuotaClarified f ->
                revised(new Revision(at, f.itemId(), ItemTerms.of(f.before()), ItemTerms.of(f.after())));
            case PlanningFact.ClassSlotGranted f -> slot(new SlotMove(at, f.itemId(), f.classId()));
            case PlanningFact.ClassSlotReturned f -> slot(new SlotMove(at, f.itemId(), f.classId()));
            case PlanningFact.ClassLinked f -> slot(new SlotMove(at, f.itemId(), f.classId()));
            case PlanningFact.PlanItemUnfulfilled f ->
                new PlanRow(
                        planId,
                        year,
                        allocated,
                        items,
                        slots,
                        plus(givenUp, givenUp(f, at)),
                        documents,
                        closed,
                        revisions);
            case PlanningFact.AwaitedDocumentReceived f ->
                new PlanRow(
                        planId,
                        year,
                        allocated,
                        items,
                        slots,
                        givenUp,
                        plus(documents, new Received(at, f.itemId())),
                        closed,
                        revisions);
            case PlanningFact.PlanYearClosed f ->
                new PlanRow(planId, year, allocated, items, slots, givenUp, documents, at, revisions);
        };
    }

    private PlanRow slot(SlotMove move) {
        return new PlanRow(planId, year, allocated, items, plus(slots, move), givenUp, documents, closed, revisions);
    }

    private PlanRow revised(Revision revision) {
        return new PlanRow(
                planId, year, allocated, items, slots, givenUp, documents, closed, plus(revisions, revision));
    }

    private static @Nullable ItemTerms terms(PlanningFact.@Nullable Allocation said) {
        return said == null ? null : ItemTerms.of(said);
    }

    private static GivenUp givenUp(PlanningFact.PlanItemUnfulfilled said, Moment at) {
        return new GivenUp(
                at,
                said.itemId(),
                said.classes(),
                said.learners(),
                said.reasonCode(),
                said.reasonText(),
                said.classId(),
                said.fundingOrgId(),
                said.requesterOrgId());
    }

    private static <T> List<T> plus(List<T> list, T one) {
        var more = new ArrayList<T>(list);
        more.add(one);
        return more;
    }
}
