package vn.hocvu.reporting.views.planbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;
import vn.hocvu.reporting.messages.consumed.Heard;
import vn.hocvu.reporting.views.ledger.Moment;

/** One year's plan with the dated facts of its allocation and of what became of its items. */
public record PlanRow(
        String planId,
        int year,
        @Nullable Moment allocated,
        List<ItemTerms> items,
        List<Linked> linked,
        List<GivenUp> givenUp,
        List<String> documentsReceived,
        @Nullable Moment closed)
        implements Row<Heard, PlanRow> {

    public PlanRow {
        items = List.copyOf(items);
        linked = List.copyOf(linked);
        givenUp = List.copyOf(givenUp);
        documentsReceived = List.copyOf(documentsReceived);
    }

    /** A class opened against an item. */
    public record Linked(Moment at, String itemId, String classId, int enrolledCount) {}

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

    static boolean concerns(String type) {
        return switch (type) {
            case "PlanAllocated", "ClassLinked", "PlanItemUnfulfilled", "AwaitedDocumentReceived", "PlanYearClosed" ->
                true;
            default -> false;
        };
    }

    @Override
    public PlanRow after(Fact<Heard> fact) {
        Heard said = fact.body();
        return switch (fact.type()) {
            case "PlanAllocated" -> allocated(fact);
            case "ClassLinked" ->
                new PlanRow(
                        planId,
                        year,
                        allocated,
                        items,
                        plus(
                                linked,
                                new Linked(
                                        Moment.of(fact, null),
                                        said.required("itemId"),
                                        said.required("classId"),
                                        said.number("enrolledCount"))),
                        givenUp,
                        documentsReceived,
                        closed);
            case "PlanItemUnfulfilled" ->
                new PlanRow(
                        planId,
                        year,
                        allocated,
                        items,
                        linked,
                        plus(givenUp, givenUp(fact)),
                        documentsReceived,
                        closed);
            case "AwaitedDocumentReceived" ->
                new PlanRow(
                        planId,
                        year,
                        allocated,
                        items,
                        linked,
                        givenUp,
                        plus(documentsReceived, said.required("itemId")),
                        closed);
            case "PlanYearClosed" ->
                new PlanRow(
                        planId,
                        year,
                        allocated,
                        items,
                        linked,
                        givenUp,
                        documentsReceived,
                        Moment.of(fact, said.document("document")));
            default -> this;
        };
    }

    private PlanRow allocated(Fact<Heard> fact) {
        List<ItemTerms> terms = new ArrayList<>();
        for (JsonNode item : fact.body().payload().path("allocations")) {
            terms.add(ItemTerms.of(new Heard(item)));
        }
        return new PlanRow(
                planId,
                fact.body().number("year"),
                Moment.of(fact, fact.body().document("document")),
                terms,
                linked,
                givenUp,
                documentsReceived,
                closed);
    }

    private static GivenUp givenUp(Fact<Heard> fact) {
        Heard said = fact.body();
        return new GivenUp(
                Moment.of(fact, said.document("document")),
                said.required("itemId"),
                said.number("classes"),
                said.number("learners"),
                said.required("reasonCode"),
                said.text("reasonText"),
                said.text("classId"),
                said.text("fundingOrgId"),
                said.text("requesterOrgId"));
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
