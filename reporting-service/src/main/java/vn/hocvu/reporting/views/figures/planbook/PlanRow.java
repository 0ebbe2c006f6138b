package vn.hocvu.reporting.views.figures.planbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        @Nullable Moment closed)
        implements Row<Heard, PlanRow> {

    public PlanRow {
        items = List.copyOf(items);
        slots = List.copyOf(slots);
        givenUp = List.copyOf(givenUp);
        documents = List.copyOf(documents);
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

    static PlanRow empty(String planId) {
        return new PlanRow(planId, 0, null, List.of(), List.of(), List.of(), List.of(), null);
    }

    /** The item of that number. */
    public Optional<ItemTerms> item(String itemId) {
        return items.stream().filter(item -> item.itemId().equals(itemId)).findFirst();
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
                        closed);
            case PlanningFact.ClassSlotGranted f -> slot(new SlotMove(at, f.itemId(), f.classId()));
            case PlanningFact.ClassSlotReturned f -> slot(new SlotMove(at, f.itemId(), f.classId()));
            case PlanningFact.ClassLinked f -> slot(new SlotMove(at, f.itemId(), f.classId()));
            case PlanningFact.PlanItemUnfulfilled f ->
                new PlanRow(planId, year, allocated, items, slots, plus(givenUp, givenUp(f, at)), documents, closed);
            case PlanningFact.AwaitedDocumentReceived f ->
                new PlanRow(
                        planId,
                        year,
                        allocated,
                        items,
                        slots,
                        givenUp,
                        plus(documents, new Received(at, f.itemId())),
                        closed);
            case PlanningFact.PlanYearClosed f ->
                new PlanRow(planId, year, allocated, items, slots, givenUp, documents, at);
        };
    }

    private PlanRow slot(SlotMove move) {
        return new PlanRow(planId, year, allocated, items, plus(slots, move), givenUp, documents, closed);
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
