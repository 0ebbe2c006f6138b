package vn.hocvu.planning.views.news;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.OrgId;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * The latest about one plan, item or amendment that others should hear of.
 *
 * @param about     number of the plan, item or amendment
 * @param planId    the plan that it belongs to
 * @param people    who has had a hand in a plan's draft or in an amendment, the proposer first; nobody for an item
 * @param requester body that asked for the item, if any did
 * @param payer     body that pays for the item, if it is named
 * @param allocated true once the item is allocated: before, only the school knows of it
 * @param latest    absent while there is nothing to tell
 */
public record NewsRow(
        String about,
        String planId,
        List<String> people,
        @Nullable OrgId requester,
        @Nullable OrgId payer,
        boolean allocated,
        @Nullable Latest latest)
        implements Row<PlanEvent, NewsRow> {

    /**
     * What happened.
     *
     * @param kind   stable name of the fact; of an item that an amendment adds or removes, {@code PlanItemAdded} or
     *               {@code PlanItemRemoved}
     * @param detail number of the amendment or of classes, or what was said, absent if the kind says it all
     * @param actor  who did it
     */
    public record Latest(
            String kind, @Nullable String detail, @Nullable String actor, Instant recordedAt) {}

    public NewsRow {
        people = List.copyOf(people);
    }

    static NewsRow empty(String about) {
        return new NewsRow(about, "", List.of(), null, null, false, null);
    }

    public boolean ofPlan() {
        return about.equals(planId);
    }

    public boolean ofAmendment() {
        return about.contains("-A");
    }

    @Override
    public NewsRow after(Fact<PlanEvent> fact) {
        var here = new NewsRow(about, fact.body().planId().value(), people, requester, payer, allocated, latest);
        if (here.ofPlan()) {
            return here.planAfter(fact);
        }
        return here.ofAmendment() ? here.amendmentAfter(fact) : here.itemAfter(fact);
    }

    private NewsRow planAfter(Fact<PlanEvent> fact) {
        return switch (fact.body()) {
            case PlanReturned e -> told(fact, null, e.comments());
            case PlanApproved e -> told(fact, null, null);
            case PlanAllocated e -> told(fact, null, null);
            case PlanYearClosed e -> told(fact, null, null);
            default -> with(fact.metadata().get("actor"));
        };
    }

    private NewsRow amendmentAfter(Fact<PlanEvent> fact) {
        var joined = with(fact.metadata().get("actor"));
        return fact.body() instanceof AmendmentProposed ? joined : joined.told(fact, null, null);
    }

    private NewsRow itemAfter(Fact<PlanEvent> fact) {
        return switch (fact.body()) {
            case PlanItemAdded e -> e.offPlan() ? of(e.terms(), true).told(fact, null, null) : of(e.terms(), false);
            case PlanItemChanged e -> of(e.after(), allocated);
            case PlanAllocated e ->
                new NewsRow(about, planId, people, requester, payer, true, latest).told(fact, null, null);
            case PlanAmended e -> amended(e, fact);
            case QuotaClarified e -> told(fact, null, null);
            case AwaitedDocumentReceived e -> told(fact, null, null);
            case ClassLinked e -> told(fact, null, null);
            case PlanItemUnfulfilled e -> told(fact, null, Integer.toString(e.classes()));
            default -> this;
        };
    }

    private NewsRow amended(PlanAmended e, Fact<PlanEvent> fact) {
        var number = e.amendmentId().value();
        if (e.after() == null) {
            return told(fact, "PlanItemRemoved", number);
        }
        return of(e.after(), true).told(fact, e.before() == null ? "PlanItemAdded" : null, number);
    }

    private NewsRow of(PlanItemTerms terms, boolean isAllocated) {
        return new NewsRow(
                about, planId, people, terms.requesterOrgId(), terms.funding().orgId(), isAllocated, latest);
    }

    private NewsRow with(@Nullable String person) {
        if (person == null || people.contains(person)) {
            return this;
        }
        var more = new ArrayList<>(people);
        more.add(person);
        return new NewsRow(about, planId, more, requester, payer, allocated, latest);
    }

    private NewsRow told(Fact<PlanEvent> fact, @Nullable String kind, @Nullable String detail) {
        return new NewsRow(
                about,
                planId,
                people,
                requester,
                payer,
                allocated,
                new Latest(
                        kind == null ? fact.body().getClass().getSimpleName() : kind,
                        detail,
                        fact.metadata().get("actor"),
                        fact.recordedAt()));
    }
}
