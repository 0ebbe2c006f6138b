package vn.hocvu.local.demo;

import static vn.hocvu.local.demo.Api.Service.CLASS;
import static vn.hocvu.local.demo.Api.Service.ENROLLMENT;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One class from its proposal to its end, begun wherever an earlier run stopped. */
final class ClassRun {
    private static final String OFFICER = "planning_officer";
    private static final String BOARD = "school_board";
    private static final String SCHOOL = "truong";
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration IMPORT_LIMIT = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int PERIODS = 1056;
    private static final int PERIODS_SHORT = 40;
    private static final int OUTCOME_COLUMNS = 4;

    private final Api api;
    private final ReferenceYears years;

    ClassRun(Api api, ReferenceYears years) {
        this.api = api;
        this.years = years;
    }

    /** Proposed and recruiting a week before, everybody enrolled and the class opened on the opening date. */
    void open(DemoClass one) {
        var proposal = new HashMap<String, Object>();
        proposal.put("classCode", one.code());
        proposal.put("planItemId", one.item());
        proposal.put("venueId", one.venue());
        proposal.put("studyMode", one.studyMode());
        proposal.put("plannedLearners", one.planned());
        proposal.put("plannedStart", one.opened().toString());
        proposal.put("plannedEnd", one.plannedEnd().toString());
        var before = one.opened().minusDays(7);
        var found = recruit(one.code(), one.venue(), proposal, before, one.opened());
        var id = id(found);
        if (state(found).equals("RECRUITING")) {
            enroll(one.code(), id, one.venue(), sender(one.venue(), one.requester()), one.opened(), one.learners());
            confirmRoll(one.code(), id, one.venue(), one.opened());
            awaitClass(
                    one.code(),
                    "the roll of " + one.code(),
                    seen -> !seen.path("roll").isMissingNode()
                            && !seen.path("roll").isNull());
            send(OFFICER, id, "readiness", one.code(), effective(one.opened()));
            found = awaitClass(
                    one.code(),
                    "readiness of " + one.code(),
                    seen -> !state(seen).equals("RECRUITING"));
        }
        if (state(found).equals("READY")) {
            var body = new HashMap<String, Object>(effective(one.opened()));
            body.put("decision", years.decision("opening-" + one.code(), one.opened(), BOARD));
            send(BOARD, id, "opening", one.code(), body);
            found = awaitClass(
                    one.code(),
                    "the opening of " + one.code(),
                    seen -> !state(seen).equals("READY"));
        }
        if (state(found).equals("OPENED")) send(OFFICER, id, "teaching", one.code(), effective(one.opened()));
    }

    /** Taught, then graduated or closed on the day of the decision. */
    void end(DemoClass one) {
        var ended = one.ended();
        if (ended == null) return;
        var found = read(one.code());
        var id = id(found);
        if (List.of("GRADUATED", "CLOSED").contains(state(found))) return;
        years.suspension(one.code()).ifPresent(pause -> pause(one.code(), id, pause));
        var taught = ReferenceYears.taughtOn(one, ended);
        if (List.of("OPENED", "IN_PROGRESS").contains(state(read(one.code())))) {
            awaitIntake(
                    id,
                    "the intake of " + one.code() + " to run",
                    intake -> state(intake).equals("RUNNING"));
            var body = new HashMap<String, Object>(effective(taught));
            body.put("deliveredPeriods", one.shortCourse() ? PERIODS_SHORT : PERIODS);
            body.put("document", years.decision("teaching-" + one.code(), taught, BOARD));
            send(OFFICER, id, "teaching-completion", one.code(), body);
        }
        awaitClass(
                one.code(),
                "the final roll of " + one.code(),
                seen -> seen.path("teaching").path("finalRoll").isNumber());
        var job = outcomes(one, id);
        var body = new HashMap<String, Object>(effective(ended));
        body.put("decision", years.decision("end-" + one.code(), ended, BOARD));
        body.put("outcomesJobId", job);
        send(BOARD, id, one.shortCourse() ? "closure" : "graduation", one.code(), body);
    }

    /** Recruited, found too few learners, and was cancelled; the plan does not get the class back. */
    void cancel(CancelledClass one) {
        var proposal = new HashMap<String, Object>();
        proposal.put("classCode", one.code());
        proposal.put("planItemId", one.item());
        proposal.put("venueId", one.venue());
        proposal.put("studyMode", one.studyMode());
        proposal.put("plannedLearners", one.planned());
        proposal.put("plannedStart", one.plannedStart().toString());
        proposal.put("plannedEnd", one.plannedStart().plusMonths(18).toString());
        var found = recruit(one.code(), one.venue(), proposal, one.recruitingFrom(), one.deadline());
        if (!state(found).equals("RECRUITING")) return;
        var id = id(found);
        enroll(one.code(), id, one.venue(), sender(one.venue(), null), one.deadline(), one.enrolled());
        var body = new HashMap<String, Object>(effective(one.cancelled()));
        body.put("reasonCode", "INSUFFICIENT_ENROLLMENT");
        body.put("quotaReturned", false);
        body.put("document", years.decision("cancellation-" + one.code(), one.cancelled(), BOARD));
        send(BOARD, id, "cancellation", one.code(), body);
        awaitIntake(
                id,
                "the places of " + one.code() + " to be free",
                intake -> state(intake).equals("RELEASED"));
    }

    private JsonNode recruit(
            String code, String venue, Map<String, Object> proposal, LocalDate from, LocalDate deadline) {
        if (find(code).isEmpty()) {
            proposal.put("effectiveOn", from.toString());
            api.post(CLASS, proposer(venue), "/classes", proposal, key(code, "proposal"));
        }
        var found = awaitClass(
                code,
                "planning to answer the proposal of " + code,
                seen -> !seen.path("slot").asString("PENDING").equals("PENDING"));
        if (!found.path("slot").asString("").equals("GRANTED")) {
            throw new IllegalStateException("planning denied " + code + ": " + found.path("slotDenial"));
        }
        if (state(found).equals("PROPOSED")) {
            var body = new HashMap<String, Object>(effective(from));
            body.put("deadline", deadline.toString());
            send(OFFICER, id(found), "recruiting", code, body);
            return read(code);
        }
        return found;
    }

    private void enroll(String code, String id, String venue, String sender, LocalDate on, int learners) {
        awaitIntake(id, "the intake of " + code, intake -> true);
        var intake = api.get(ENROLLMENT, enroller(venue), "/intakes/" + id);
        if (enrolled(intake) >= learners || !state(intake).equals("OPEN")) return;
        var sheet = roll(code, venue, sender, on, learners);
        var fields =
                new HashMap<>(years.decision("admission-" + code, on, BOARD).fields());
        fields.put("effectiveOn", on.toString());
        for (var attempt = 1; !imported(code, id, venue, sheet, fields, attempt); attempt++) {
            if (attempt == ATTEMPTS) throw new IllegalStateException("the roll of " + code + " cannot be imported");
        }
        awaitIntake(id, "everybody on the roll of " + code, seen -> enrolled(seen) >= learners);
    }

    /** Checked, then imported; an import that broke off is sent again, which adds only who is missing. */
    private boolean imported(
            String code, String id, String venue, byte[] sheet, Map<String, String> fields, int attempt) {
        var first = attempt == 1;
        var job = api.upload(
                        ENROLLMENT,
                        enroller(venue),
                        "/intakes/" + id + "/roll-imports?dryRun=" + first,
                        sheet,
                        fields,
                        key(code, first ? "roll" : "roll-" + attempt))
                .path("location")
                .asString("");
        if (first) {
            var checked = awaitJob(venue, job, "the roll of " + code + " to be checked");
            if (checked.path("phase").asString("").equals("CHECK")) {
                requireNoErrors(checked, code);
                api.post(
                        ENROLLMENT,
                        enroller(venue),
                        job + "/confirmation",
                        Map.of("onlyGood", false),
                        key(code, "roll-confirmed"));
            }
        }
        var done = api.await(
                ENROLLMENT,
                enroller(venue),
                job,
                "the roll of " + code + " to be imported",
                IMPORT_LIMIT,
                seen -> seen.path("phase").asString("").equals("APPLY") && finished(seen));
        if (done.path("state").asString("").equals("FAILED")) return false;
        requireNoErrors(done, code);
        return true;
    }

    private byte[] roll(String code, String venue, String sender, LocalDate on, int learners) {
        var template = Table.read(api.download(ENROLLMENT, enroller(venue), "/intakes/roll-template"), 4);
        var rows = new ArrayList<Map<String, String>>();
        for (var person : People.of(code, on, learners)) {
            var row = new HashMap<String, String>();
            row.put(template.column("họ và tên", "họ tên"), person.fullName());
            row.put(template.column("ngày sinh"), DAY.format(person.birthDate()));
            row.put(template.column("giới tính"), person.woman() ? "Nữ" : "Nam");
            row.put(template.column("số cccd", "số định danh", "cccd"), person.identityNumber());
            row.put(template.column("đơn vị cử", "cơ quan cử", "đơn vị"), sender);
            rows.add(row);
        }
        return new Table(template.columns(), rows).write();
    }

    private void confirmRoll(String code, String id, String venue, LocalDate on) {
        if (state(api.get(ENROLLMENT, enroller(venue), "/intakes/" + id)).equals("OPEN")) {
            api.post(
                    ENROLLMENT,
                    enroller(venue),
                    "/intakes/" + id + "/roll-confirmation",
                    effective(on),
                    key(code, "roll-confirmation"));
        }
    }

    private void pause(String code, String id, Suspension pause) {
        if (List.of("OPENED", "IN_PROGRESS").contains(state(read(code)))
                && read(code).path("suspension").isNull()) {
            var body = new HashMap<String, Object>(effective(pause.suspended()));
            body.put("reasonCode", pause.reason());
            body.put("document", years.decision("suspension-" + code, pause.suspended(), BOARD));
            send(BOARD, id, "suspension", code, body);
            awaitClass(code, "the suspension of " + code, seen -> state(seen).equals("SUSPENDED"));
        }
        if (state(read(code)).equals("SUSPENDED")) {
            var body = new HashMap<String, Object>(effective(pause.resumed()));
            body.put("document", years.decision("resumption-" + code, pause.resumed(), BOARD));
            send(BOARD, id, "resumption", code, body);
            awaitClass(code, "the resumption of " + code, seen -> !state(seen).equals("SUSPENDED"));
        }
    }

    /** Everybody graduates as good, or completes the short course; the job that keeps the checked sheet. */
    private String outcomes(DemoClass one, String id) {
        var template = Table.read(
                api.awaitDownload(CLASS, OFFICER, "/classes/" + id + "/outcomes-template", LIMIT), OUTCOME_COLUMNS);
        for (var row : template.rows()) {
            row.put(template.column("kết quả"), one.shortCourse() ? "Hoàn thành" : "Tốt nghiệp");
            if (!one.shortCourse()) row.put(template.column("xếp loại"), "Khá");
        }
        var checked = api.upload(
                CLASS,
                OFFICER,
                "/classes/" + id + "/outcomes",
                template.write(),
                Map.of(),
                key(one.code(), "outcomes"));
        if (!checked.path("errors").isEmpty() || checked.path("total").asInt() != one.learners()) {
            throw new IllegalStateException("the outcomes of " + one.code() + " were refused: " + checked);
        }
        return checked.path("jobId").asString();
    }

    private JsonNode awaitJob(String venue, String job, String what) {
        return api.await(ENROLLMENT, enroller(venue), job, what, IMPORT_LIMIT, ClassRun::finished);
    }

    private static boolean finished(JsonNode job) {
        return List.of("DONE", "FAILED", "CANCELLED").contains(job.path("state").asString(""));
    }

    private static void requireNoErrors(JsonNode job, String code) {
        if (!job.path("state").asString("").equals("DONE") || job.path("errors").asInt() > 0) {
            throw new IllegalStateException("the sheet of " + code + " was refused: " + job);
        }
    }

    private JsonNode awaitClass(String code, String what, Predicate<JsonNode> wished) {
        var id = id(read(code));
        return api.await(CLASS, OFFICER, "/classes/" + id, what, LIMIT, wished);
    }

    private JsonNode awaitIntake(String id, String what, Predicate<JsonNode> wished) {
        return api.await(ENROLLMENT, "admissions_officer", "/intakes/" + id, what, LIMIT, wished);
    }

    private Optional<JsonNode> find(String code) {
        var items = api.get(CLASS, OFFICER, "/classes?code=" + code).path("items");
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
    }

    private JsonNode read(String code) {
        return api.await(
                        CLASS,
                        OFFICER,
                        "/classes?code=" + code,
                        code,
                        LIMIT,
                        seen -> !seen.path("items").isEmpty())
                .path("items")
                .get(0);
    }

    /** Orders a step and waits until it shows: what is read a moment later may still be the state before. */
    private void send(String user, String id, String step, String code, Map<String, ?> body) {
        var before = state(read(code));
        api.post(CLASS, user, "/classes/" + id + "/" + step, body, key(code, step));
        awaitClass(code, step + " of " + code, seen -> !state(seen).equals(before));
    }

    private static String key(String code, String step) {
        return "demo-" + code + "-" + step;
    }

    private static Map<String, Object> effective(LocalDate on) {
        return Map.of("effectiveOn", on.toString());
    }

    private static String id(JsonNode seen) {
        return seen.path("classId").asString();
    }

    private static String state(JsonNode seen) {
        return seen.path("state").asString("");
    }

    private static int enrolled(JsonNode intake) {
        return intake.path("enrolled").asInt(0);
    }

    /** A centre proposes and enrols for its own venue; the school's own staff does so for the school. */
    private static String proposer(String venue) {
        return venue.equals(SCHOOL) ? OFFICER : "center_admin." + venue;
    }

    private static String enroller(String venue) {
        return venue.equals(SCHOOL) ? "admissions_officer" : "center_admin." + venue;
    }

    /** Who sends the learners: the body that asked for the course, else the venue's district, else a city body. */
    private static String sender(String venue, @Nullable String requester) {
        if (requester != null) return requester;
        return venue.equals(SCHOOL) ? "ban-to-chuc-thanh-uy" : venue;
    }
}
