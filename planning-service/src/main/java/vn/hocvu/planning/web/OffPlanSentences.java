package vn.hocvu.planning.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.offplanrequest.OffPlanPhase;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.views.offplan.OffPlanRow;
import vn.hocvu.platform.webkit.Step;
import vn.hocvu.platform.webkit.TimelineEntry;

/** Tells what happened to a request for an off-plan class. */
@Component
class OffPlanSentences {
    private static final List<OffPlanPhase> STATIONS =
            List.of(OffPlanPhase.REQUESTED, OffPlanPhase.ASSESSED, OffPlanPhase.CONSULTED, OffPlanPhase.REPORTED);

    private final Words words;

    OffPlanSentences(Words words) {
        this.words = words;
    }

    /** The latest first. */
    List<TimelineEntry> timeline(OffPlanRow row) {
        return row.steps().reversed().stream().map(step -> entry(row, step)).toList();
    }

    /** The stations of a request, with the decision as the last. */
    List<Step> stations(OffPlanRow row) {
        var steps = new ArrayList<Step>();
        int reached = row.steps().size() - (row.phase().settled() ? 1 : 0);
        for (int i = 0; i < STATIONS.size(); i++) {
            var day = i < reached ? words.date(row.steps().get(i).effectiveOn()) : null;
            steps.add(new Step(words.code("offPlanPhase", STATIONS.get(i)), state(i, reached, row), day));
        }
        var end = row.phase().settled() ? words.code("offPlanPhase", row.phase()) : words.text("offPlan.decision");
        steps.add(new Step(
                end, row.phase().settled() ? "done" : "next", row.phase().settled() ? words.date(row.since()) : null));
        return steps;
    }

    private static String state(int station, int reached, OffPlanRow row) {
        if (station < reached - 1 || (station < reached && row.phase().settled())) {
            return "done";
        }
        return station == reached - 1 ? "current" : "next";
    }

    private TimelineEntry entry(OffPlanRow row, OffPlanRow.Step step) {
        return TimelineEntry.of(step.kind(), sentence(row, step.kind()), step.actor(), step.recordedAt())
                .as(step.role(), step.organization())
                .effective(step.effectiveOn())
                .because(reason(row, step.kind()))
                .under(words.document(document(row, step.kind())));
    }

    private String sentence(OffPlanRow row, String kind) {
        var asked = row.asked();
        return switch (kind) {
            case "OffPlanClassRequested" ->
                words.text(
                        "event.OffPlanClassRequested",
                        words.organization(asked.requesterOrgId()),
                        words.code("classType", asked.classType()),
                        words.number(asked.learners()));
            case "OffPlanConsulted" ->
                words.text(
                        "event.OffPlanConsulted",
                        words.organization(
                                Objects.requireNonNull(row.consulted()).orgId()));
            case "OffPlanReported" ->
                words.text(
                        "event.OffPlanReported",
                        words.organization(
                                Objects.requireNonNull(row.reported()).toOrgId()));
            case "OffPlanApproved" ->
                words.text(
                        "event.OffPlanApproved",
                        Objects.requireNonNull(row.approved()).year().toString());
            default -> words.text("event." + kind);
        };
    }

    private static @Nullable String reason(OffPlanRow row, String kind) {
        return switch (kind) {
            case "OffPlanClassRequested" -> row.asked().need();
            case "OffPlanConsulted" -> Objects.requireNonNull(row.consulted()).outcome();
            case "OffPlanRejected" -> Objects.requireNonNull(row.rejected()).comments();
            default -> null;
        };
    }

    private static @Nullable DocumentRef document(OffPlanRow row, String kind) {
        return switch (kind) {
            case "OffPlanConsulted" -> Objects.requireNonNull(row.consulted()).document();
            case "OffPlanReported" -> Objects.requireNonNull(row.reported()).document();
            case "OffPlanApproved" -> Objects.requireNonNull(row.approved()).document();
            default -> null;
        };
    }
}
