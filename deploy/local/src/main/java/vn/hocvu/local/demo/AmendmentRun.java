package vn.hocvu.local.demo;

import static vn.hocvu.local.demo.Api.Service.PLANNING;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One amendment from its proposal to its last answer, begun wherever an earlier run stopped. */
final class AmendmentRun {
    private static final String OFFICER = "planning_officer";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Api api;
    private final ReferenceYears years;

    AmendmentRun(Api api, ReferenceYears years) {
        this.api = api;
        this.years = years;
    }

    void amend(Amendment one) {
        if (api.find(PLANNING, OFFICER, path(one)).isEmpty()) propose(one);
        var seen = await(one, "to be known", found -> true);
        for (var answer = seen.path("decisions").size();
                open(seen) && answer < one.answers().size();
                answer++) {
            answer(one, answer);
            var before = answer;
            seen = await(
                    one,
                    "to be answered by " + one.answers().get(answer),
                    found -> found.path("decisions").size() > before || !open(found));
        }
        if (!state(seen).equals(one.outcome())) {
            throw new IllegalStateException(one.amendment() + " became " + state(seen) + "; the plan holds others,"
                    + " ./hocvu reset begins anew");
        }
    }

    private void propose(Amendment one) {
        var before = years.before(one);
        var after = one.after(before);
        var body = new HashMap<String, Object>();
        body.put("kind", one.kind());
        if (before != null) {
            body.put("itemId", one.item());
            body.put("before", before.terms());
        }
        if (after != null) body.put("after", after.terms());
        body.put("reasonCode", one.reason());
        body.put("reasonText", one.text());
        body.put("document", one.proposal());
        body.put("effectiveOn", one.effective().toString());
        var given = post(one, one.proposer(), "/plans/" + one.year() + "/amendments", "proposal", body)
                .path("amendmentId")
                .asString("");
        if (!given.equals(one.amendment())) {
            throw new IllegalStateException("amendment " + one.amendment() + " became " + given
                    + "; the plan holds others, ./hocvu reset begins anew");
        }
    }

    /** All but the last agree; the last answer is the outcome. */
    private void answer(Amendment one, int number) {
        var account = one.answers().get(number);
        var last = number == one.answers().size() - 1;
        if (!last || one.outcome().equals("ENDORSED")) {
            send(one, account, "approval", body(one.effective(), null));
            return;
        }
        switch (one.outcome()) {
            case "REJECTED" -> {
                var body = body(one.decidedOn(), null);
                body.put("comments", one.comments());
                send(one, account, "rejection", body);
            }
            case "WITHDRAWN" -> send(one, account, "withdrawal", body(one.decidedOn(), null));
            default -> send(one, account, "approval", body(one.effective(), one.decision()));
        }
    }

    private static Map<String, Object> body(LocalDate effective, @Nullable Paper document) {
        var body = new HashMap<String, Object>();
        body.put("effectiveOn", effective.toString());
        if (document != null) body.put("document", document);
        return body;
    }

    private void send(Amendment one, String account, String step, Map<String, Object> body) {
        post(one, account, path(one) + "/" + step, step + "-" + account, body);
    }

    private JsonNode post(Amendment one, String account, String path, String step, Map<String, Object> body) {
        return api.post(PLANNING, account, path, body, "demo-" + one.amendment() + "-" + step);
    }

    private JsonNode await(Amendment one, String what, Predicate<JsonNode> wished) {
        return api.await(PLANNING, OFFICER, path(one), one.amendment() + " " + what, LIMIT, wished);
    }

    private static String path(Amendment one) {
        return "/plans/" + one.year() + "/amendments/" + one.amendment();
    }

    private static boolean open(JsonNode seen) {
        return state(seen).equals("PROPOSED") || state(seen).equals("ENDORSED");
    }

    private static String state(JsonNode seen) {
        return seen.path("state").asString("");
    }
}
