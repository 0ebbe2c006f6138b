package vn.hocvu.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.hocvu.platform.webkit.Allowed;

/** Every handler of planning answers every role as it says: those it names, and nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixTest extends OnRealServers {
    /** The sample account of each role; every role acts for a body of its own. */
    private static final Map<String, String> ACCOUNTS = Map.ofEntries(
            Map.entry("PLANNING_OFFICER", "planning_officer"),
            Map.entry("SCHOOL_BOARD", "school_board"),
            Map.entry("CITY_ORG_BOARD", "city_org_board"),
            Map.entry("CITY_PROPAGANDA_BOARD", "city_propaganda_board"),
            Map.entry("DISTRICT_COMMITTEE", "district_committee.ba-vi"),
            Map.entry("SENDING_AGENCY", "sending_agency.van-phong-thanh-uy"),
            Map.entry("CENTER_ADMIN", "center_admin.ba-vi"),
            Map.entry("ADMISSIONS_OFFICER", "admissions_officer"),
            Map.entry("LECTURER", "lecturer"),
            Map.entry("FACULTY_HEAD", "faculty_head"),
            Map.entry("REGISTRAR", "registrar"),
            Map.entry("LEADERSHIP_VIEWER", "leadership_viewer"),
            Map.entry("AUDITOR", "auditor"),
            Map.entry("SYS_ADMIN", "sys_admin"));

    private static final Set<String> NEVER_WRITE = Set.of("AUDITOR", "LEADERSHIP_VIEWER", "SYS_ADMIN");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** A way to a handler with the roles that it names. */
    private record Door(String path, RequestMethod method, Set<String> roles) {}

    @Test
    void pagesOpenForTheRolesTheyNameAndForNobodyElse() {
        var wrong = new ArrayList<String>();
        for (var role : ACCOUNTS.entrySet()) {
            var visitor = Visitor.signedIn(port, role.getValue(), "ba-vi", role.getKey());
            var token = visitor.token();
            for (var door : doors(false)) {
                int status = door.method() == RequestMethod.GET
                        ? visitor.get(door.path()).statusCode()
                        : visitor.sendEmpty(door.path(), token);
                compare(door, role.getKey(), status, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void programsAreHeardInTheRolesThatAHandlerNamesAndInNoOther() {
        var call = new Caller(port);
        var wrong = new ArrayList<String>();
        for (var role : ACCOUNTS.entrySet()) {
            for (var door : doors(true)) {
                var request = HttpRequest.newBuilder();
                int status = call.sendAs(
                                role.getValue(),
                                role.getKey(),
                                door.path(),
                                door.method() == RequestMethod.GET
                                        ? request.GET()
                                        : request.method(
                                                door.method().name(), HttpRequest.BodyPublishers.ofString("{}")))
                        .status();
                compare(door, role.getKey(), status, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoeverOnlyReadsIsNamedByNoHandlerThatWrites() {
        var doors = new ArrayList<>(doors(true));
        doors.addAll(doors(false));

        assertThat(doors).hasSizeGreaterThan(60);
        assertThat(doors.stream()
                        .filter(door -> door.method() != RequestMethod.GET)
                        .filter(door -> door.roles().stream().anyMatch(NEVER_WRITE::contains)))
                .isEmpty();
    }

    private static void compare(Door door, String role, int status, List<String> wrong) {
        boolean named = door.roles().contains(role);
        if ((status == 403) == named) {
            wrong.add(role + " " + door.method() + " " + door.path() + " was answered " + status);
        }
    }

    private List<Door> doors(boolean api) {
        var doors = new ArrayList<Door>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            var roles = roles(handler);
            if (roles == null || !handler.getBeanType().getPackageName().equals("vn.hocvu.planning.web")) {
                return;
            }
            for (var pattern : info.getPatternValues()) {
                if (pattern.startsWith("/api/") == api) {
                    for (var method : info.getMethodsCondition().getMethods()) {
                        var query = info.getParamsCondition().isEmpty() ? "" : "?format=csv";
                        doors.add(new Door(filled(pattern) + query, method, roles));
                    }
                }
            }
        });
        return doors;
    }

    private static @Nullable Set<String> roles(HandlerMethod handler) {
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allowed.class);
        var allowed =
                own == null ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class) : own;
        return allowed == null ? null : Set.copyOf(Arrays.asList(allowed.value()));
    }

    private static String filled(String pattern) {
        var values = new HashMap<String, String>();
        values.put("{year}", "1992");
        values.put("{itemId}", "1992-01");
        values.put("{amendmentId}", "1992-A01");
        values.put("{requestId}", "off-nothing");
        var path = pattern;
        for (var value : values.entrySet()) {
            path = path.replace(value.getKey(), value.getValue());
        }
        assertThat(path).doesNotContain("{");
        return path;
    }
}
