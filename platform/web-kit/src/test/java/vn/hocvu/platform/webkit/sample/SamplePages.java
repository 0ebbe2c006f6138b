package vn.hocvu.platform.webkit.sample;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.hocvu.platform.eventstore.NotPermitted;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstore.StaleVersion;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Confirmation;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.Requests;
import vn.hocvu.platform.webkit.Step;
import vn.hocvu.platform.webkit.TimelineEntry;
import vn.hocvu.platform.webkit.Toasts;
import vn.hocvu.platform.webkit.bulk.Bulk;
import vn.hocvu.platform.webkit.bulk.Pick;
import vn.hocvu.platform.webkit.live.SseHub;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;

@Controller
@Allowed({"PLANNING_OFFICER", "AUDITOR"})
public class SamplePages {
    public record Row(
            String code, String type, String venue, int planned, int enrolled, LocalDate startOn, String state) {}

    private static final TableShape CLASSES = TableShape.sortedBy("code", "planned", "enrolled", "startOn")
            .filteredBy("type", "state")
            .firstBy("code");
    private static final List<String> STATES =
            List.of("OPENED", "RECRUITING", "GRADUATED", "SUSPENDED", "CANCELLED", "PROPOSED");

    private final Requests requests;
    private final Confirmation confirmation;
    private final Toasts toasts;
    private final SseHub hub;
    private final Bulk bulk;
    private final List<Row> rows = new ArrayList<>();
    private final List<Order> orders = new CopyOnWriteArrayList<>();

    SamplePages(Requests requests, Confirmation confirmation, Toasts toasts, SseHub hub, Bulk bulk) {
        this.bulk = bulk;
        this.requests = requests;
        this.confirmation = confirmation;
        this.toasts = toasts;
        this.hub = hub;
        var venues = List.of("ba-vi", "thanh-oai", "truong", "dong-anh", "soc-son", "ung-hoa", "me-linh");
        for (int i = 1; i <= 137; i++) {
            rows.add(new Row(
                    (i % 4 == 0 ? "BD.2020." : "TC.2020.") + String.format("%03d", i),
                    i % 4 == 0 ? "BOI_DUONG" : "TC_LLCT",
                    venues.get(i % venues.size()),
                    i % 4 == 0 ? 1_250 + i : 60 + i % 25,
                    50 + (i * 7) % 40,
                    LocalDate.of(2020, 1, 6).plusDays(i * 2L),
                    STATES.get(i % STATES.size())));
        }
    }

    @GetMapping("/classes")
    String list(HttpServletRequest request, Model model) {
        var query = TableQuery.from(request, CLASSES);
        var found = rows.stream()
                .filter(r -> query.filter("type").isEmpty() || r.type().equals(query.filter("type")))
                .filter(r -> query.filter("state").isEmpty() || r.state().equals(query.filter("state")))
                .filter(r -> query.q() == null || r.code().contains(query.q()))
                .toList();
        model.addAttribute("rows", query.slice(found));
        model.addAttribute("table", query.of(found.size()));
        model.addAttribute("sum", found.stream().mapToInt(Row::planned).sum());
        model.addAttribute("sumEnrolled", found.stream().mapToInt(Row::enrolled).sum());
        model.addAttribute("states", STATES);
        model.addAttribute("every", open(found).size());
        return "sample/list";
    }

    /** Classes that have not opened are cancelled together; the first letter of the reason tells who is refused. */
    @Allowed("PLANNING_OFFICER")
    @PostMapping("/classes/cancellations")
    String cancelMany(HttpServletRequest request, Model model) {
        var typed = requests.fields();
        var query = TableQuery.from(request, CLASSES);
        var picks = bulk.picks(
                typed,
                () -> open(rows).stream()
                        .filter(r -> query.filter("type").isEmpty() || r.type().equals(query.filter("type")))
                        .map(r -> new Pick(r.code(), r.planned()))
                        .toList());
        var reason = typed.required("reason");
        typed.check();
        if (!bulk.confirmed()) {
            return bulk.ask(
                    model,
                    "sample.bulk.question",
                    "sample.cancel.submit",
                    picks,
                    this::line,
                    List.of(new Confirmation.Answer("sample.reason", reason)),
                    List.of("sample.cancel.consequence|81"));
        }
        return bulk.run(model, "sample.bulk.result", "/classes", picks, this::line, (pick, batch) -> {
            if (pick.key().endsWith(reason)) {
                throw new SampleService.LampBroken(7);
            }
            orders.add(batch.order(
                    pick.key(), pick, pick.version() == row(pick.key()).planned()));
        });
    }

    private Bulk.Line line(Pick pick) {
        return new Bulk.Line(
                pick.key(), "/classes/" + pick.key(), row(pick.key()).venue());
    }

    private Row row(String code) {
        return rows.stream().filter(r -> r.code().equals(code)).findFirst().orElseThrow(() -> new NotFound(code));
    }

    private static List<Row> open(List<Row> some) {
        return some.stream().filter(r -> !r.state().equals("OPENED")).toList();
    }

    /** Orders given so far. */
    public List<Order> orders() {
        return orders;
    }

    @GetMapping("/classes/new")
    String form() {
        return "sample/form";
    }

    @Allowed("PLANNING_OFFICER")
    @PostMapping("/classes")
    String add() {
        var typed = requests.fields();
        typed.requiredChoice("state", State.class);
        var planned = typed.integer("planned", 1, 500);
        typed.requiredDate("startOn");
        typed.requiredDocument("document");
        typed.check();
        if (planned == 13) {
            throw new SampleService.LampBroken(1_234);
        }
        if (planned == 12) {
            throw new StaleVersion("class-1", 7, 9);
        }
        toasts.done("sample.added", planned);
        return "redirect:/classes";
    }

    enum State {
        OPENED,
        CANCELLED
    }

    @GetMapping("/classes/{code}")
    String detail(@PathVariable String code, Model model) {
        var row = row(code);
        model.addAttribute("row", row);
        model.addAttribute(
                "steps",
                List.of(
                        new Step("Đề xuất", "done", "05/01/2020"),
                        new Step("Chiêu sinh", "done", "12/02/2020"),
                        new Step("Khai giảng", "current", "04/05/2020"),
                        new Step("Học tập", "next", null),
                        new Step("Tốt nghiệp", "next", "dự kiến 12/2020")));
        model.addAttribute(
                "timeline",
                List.of(
                        TimelineEntry.of(
                                        "ClassOpened",
                                        "Khai giảng lớp với 81 học viên",
                                        "school_board",
                                        Instant.parse("2020-05-04T02:10:00Z"))
                                .as("SCHOOL_BOARD", "truong")
                                .effective(LocalDate.of(2020, 5, 4))
                                .under("Quyết định 112-QĐ/TĐT, 28/04/2020, Trường")
                                .technical("{\n  \"type\": \"ClassOpened\",\n  \"sequence\": 6\n}"),
                        TimelineEntry.of(
                                        "PlanAmended",
                                        "Đổi số học viên dự kiến",
                                        "planning_officer",
                                        Instant.parse("2020-03-02T09:41:12Z"))
                                .as("PLANNING_OFFICER", "truong")
                                .because("Ba Vì cử thêm 5 học viên")
                                .changing(List.of(
                                        new TimelineEntry.Change("Số học viên dự kiến", "75", "80"),
                                        new TimelineEntry.Change("Địa điểm", null, "Ba Vì"))),
                        TimelineEntry.of(
                                "SlotGrantNoted",
                                "Mục kế hoạch 2020-07 còn chỉ tiêu: được cấp",
                                "WhenClassProposedGrantClassSlot",
                                Instant.parse("2020-01-05T08:00:01Z"))));
        return "sample/detail";
    }

    @Allowed("PLANNING_OFFICER")
    @PostMapping("/classes/{code}/cancellation")
    String cancel(@PathVariable String code, Model model) {
        var typed = requests.fields();
        var reason = typed.required("reason");
        typed.check();
        if (!confirmation.given()) {
            return confirmation.ask(
                    model,
                    "sample.cancel",
                    "sample.cancel.submit",
                    List.of(new Confirmation.Answer("sample.reason", reason)),
                    List.of("sample.cancel.consequence|81"));
        }
        toasts.warn("sample.cancelled", code);
        return "redirect:/classes/" + code;
    }

    @GetMapping("/dashboard")
    String dashboard(Model model) {
        model.addAttribute(
                "chart",
                Map.of(
                        "kind", "bar",
                        "categories", List.of("2019", "2020", "2021"),
                        "series",
                                List.of(
                                        Map.of("name", "Kế hoạch", "values", List.of(22, 23, 35)),
                                        Map.of("name", "Đã mở", "values", List.of(22, 20, 23)))));
        return "sample/dashboard";
    }

    @GetMapping(path = "/dashboard/stream", produces = "text/event-stream")
    SseEmitter stream() {
        return hub.open(
                "dashboard", "state", () -> Map.of("at", "2020-05-04T02:10:00Z", "values", Map.of("opened", "20")));
    }

    @Allowed("AUDITOR")
    @GetMapping("/secret")
    String secret() {
        return "sample/form";
    }

    @GetMapping("/broken")
    String broken() {
        throw new IllegalStateException("jdbc:postgresql://secret");
    }

    @RestController
    @Allowed("PLANNING_OFFICER")
    static class SampleApi {
        private final Requests requests;
        private final CurrentActor actor;

        SampleApi(Requests requests, CurrentActor actor) {
            this.requests = requests;
            this.actor = actor;
        }

        record NewClass(int planned, LocalDate startOn) {}

        @PostMapping("/api/v1/classes")
        ResponseEntity<Map<String, Object>> add(@RequestBody NewClass body) {
            if (body.planned() == 13) {
                throw new SampleService.LampBroken(1_234);
            }
            if (body.planned() == 14) {
                throw new NotPermitted("AddClass", actor.get(), java.util.Set.of("SCHOOL_BOARD"));
            }
            var order = requests.order(body);
            return ResponseEntity.status(201)
                    .eTag(Requests.etag(7))
                    .body(Map.of(
                            "commandId", order.commandId(),
                            "actor", order.actor().userId(),
                            "version", order.expectedVersion() == null ? -1 : order.expectedVersion()));
        }

        @GetMapping("/api/v1/broken")
        String broken() {
            throw new IllegalStateException("jdbc:postgresql://secret");
        }

        @Allowed("AUDITOR")
        @GetMapping("/api/v1/secret")
        String secret() {
            return "secret";
        }
    }
}
