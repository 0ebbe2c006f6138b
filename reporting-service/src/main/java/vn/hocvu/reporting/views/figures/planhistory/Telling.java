package vn.hocvu.reporting.views.figures.planhistory;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.reporting.messages.consumed.Heard;
import vn.hocvu.reporting.messages.consumed.planning.PlanningFact;
import vn.hocvu.reporting.views.figures.planbook.ItemTerms;

/**
 * What one message tells of a plan, as seen by one row: of an allocation, each item's row reads its own line and no other.
 *
 * @param itemKey the item whose row reads; absent for the rows of plan and amendment
 */
record Telling(Fact<Heard> fact, @Nullable String itemKey) {
    private static final String ALLOCATIONS = "allocations";
    private static final String ITEM = "itemId";

    /** True if planning-service says it of a plan. */
    static boolean isAboutPlan(Fact<Heard> fact) {
        return fact.source().equals("planning") && fact.body().text("planId") != null;
    }

    String planId() {
        return requireNonNull(text("planId"));
    }

    LocalDate effectiveOn() {
        return requireNonNull(fact.body().effectiveOn());
    }

    @Nullable
    String text(String field) {
        return fact.body().text(field);
    }

    /** The item it is about, wherever the message says so. */
    @Nullable
    String itemId() {
        if (itemKey != null) {
            return itemKey;
        }
        var own = text(ITEM);
        return own == null ? id(payload().path("item")) : own;
    }

    /** Every item it is about. */
    Set<String> items() {
        var items = new LinkedHashSet<String>();
        payload().path(ALLOCATIONS).forEach(one -> items.add(requireNonNull(id(one))));
        var one = itemId();
        if (one != null) {
            items.add(one);
        }
        return items;
    }

    @Nullable
    ItemTerms before() {
        return terms(payload().path("before"));
    }

    @Nullable
    ItemTerms after() {
        for (var line : payload().path(ALLOCATIONS)) {
            if (itemKey != null && itemKey.equals(id(line))) {
                return terms(line);
            }
        }
        var item = terms(payload().path("item"));
        return item == null ? terms(payload().path("after")) : item;
    }

    List<String> approvers() {
        return StreamSupport.stream(payload().path("approvedBy").spliterator(), false)
                .map(one -> one.path("person").asString())
                .toList();
    }

    int classes() {
        return fact.type().equals("ClassLinked") ? 1 : payload().path("classes").asInt(0);
    }

    int learners() {
        return payload()
                .path(fact.type().equals("ClassLinked") ? "enrolledCount" : "learners")
                .asInt(0);
    }

    private JsonNode payload() {
        return fact.body().payload();
    }

    private static @Nullable String id(JsonNode item) {
        return item.path(ITEM).isString() ? item.path(ITEM).asString() : null;
    }

    private static @Nullable ItemTerms terms(JsonNode said) {
        return said.isObject() ? ItemTerms.of(new Heard(said).as(PlanningFact.Allocation.class)) : null;
    }
}
