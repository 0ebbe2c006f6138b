package vn.hocvu.classes.views.planitems;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact.*;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * One plan item as far as proposing a class needs it.
 *
 * @param allocation the item as allocated or amended; absent before, and once it was taken out of the plan
 * @param granted    slots granted whose class has not opened yet
 * @param offPlan    true if it stands beside the plan's quotas
 */
public record PlanItemRow(
        String itemId, @Nullable Allocation allocation, int granted, int opened, int unfulfilled, boolean offPlan)
        implements Row<PlanningFact, PlanItemRow> {

    public boolean allocated() {
        return allocation != null;
    }

    /** The item as allocated. */
    public Allocation allocatedAs() {
        return Objects.requireNonNull(allocation, itemId);
    }

    /** Classes that may still be proposed, as far as we have heard; planning has the last word. */
    public int remaining() {
        return allocation == null ? 0 : Math.max(0, allocation.quotaClasses() - granted - opened - unfulfilled);
    }

    /** A class can be proposed now. */
    public boolean open() {
        return allocation != null && allocation.awaits() == null && remaining() > 0;
    }

    @Override
    public PlanItemRow after(Fact<PlanningFact> fact) {
        return switch (fact.body()) {
            case PlanAllocated e ->
                e.allocations().stream()
                        .filter(a -> a.itemId().equals(itemId))
                        .findFirst()
                        .map(a -> new PlanItemRow(itemId, a, granted, opened, unfulfilled, offPlan))
                        .orElse(this);
            case PlanItemAdded e ->
                Boolean.TRUE.equals(e.offPlan())
                        ? new PlanItemRow(itemId, e.item(), granted, opened, unfulfilled, true)
                        : this;
            case PlanAmended e -> saying(e.after());
            case QuotaClarified e -> saying(e.after());
            case AwaitedDocumentReceived e ->
                new PlanItemRow(itemId, awaitingNothing(), granted, opened, unfulfilled, offPlan);
            case ClassSlotGranted e -> new PlanItemRow(itemId, allocation, granted + 1, opened, unfulfilled, offPlan);
            case ClassSlotReturned e -> new PlanItemRow(itemId, allocation, granted - 1, opened, unfulfilled, offPlan);
            case ClassLinked e -> new PlanItemRow(itemId, allocation, granted - 1, opened + 1, unfulfilled, offPlan);
            case PlanItemUnfulfilled e ->
                new PlanItemRow(
                        itemId,
                        allocation,
                        e.classId() == null ? granted : granted - 1,
                        opened,
                        unfulfilled + e.classes(),
                        offPlan);
            case ClassSlotDenied e -> this;
        };
    }

    /** A paper that has come stays come, whatever the item says otherwise. */
    private PlanItemRow saying(@Nullable Allocation after) {
        var next = new PlanItemRow(itemId, after, granted, opened, unfulfilled, offPlan);
        return allocation == null || allocation.awaits() != null
                ? next
                : new PlanItemRow(itemId, next.awaitingNothing(), granted, opened, unfulfilled, offPlan);
    }

    private @Nullable Allocation awaitingNothing() {
        var a = allocation;
        return a == null
                ? null
                : new Allocation(
                        a.itemId(),
                        a.classType(),
                        a.category(),
                        a.fundingSource(),
                        a.fundingOrgId(),
                        a.requesterOrgId(),
                        a.venueType(),
                        a.venueId(),
                        a.studyMode(),
                        a.quotaClasses(),
                        a.quotaLearners(),
                        a.learnersPerClass(),
                        null);
    }
}
