package vn.hocvu.enrollment.web;

import static vn.hocvu.enrollment.web.Roles.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.enrollment.views.places.PlaceRow;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.InvalidInput;

/** Learners for callers: their history by id, and their names for those entitled, who must not store them. */
@RestController
@RequestMapping("/api/v1/learners")
class LearnerApi {
    private static final int MOST = 1000;

    private final LearnerFiles files;

    LearnerApi(LearnerFiles files) {
        this.files = files;
    }

    @Allowed({
        ADMISSIONS_OFFICER,
        ADMISSIONS_BOARD,
        PLANNING_OFFICER,
        SCHOOL_BOARD,
        REGISTRAR,
        CENTER_ADMIN,
        DISTRICT_COMMITTEE,
        SENDING_AGENCY,
        AUDITOR
    })
    @GetMapping("/{learnerId}")
    LearnerJson one(@PathVariable String learnerId) {
        var file = files.require(learnerId, "api learner");
        return new LearnerJson(
                learnerId,
                file.row().registeredOn(),
                file.row().claims(),
                file.row().diplomas(),
                file.places(),
                file.person() == null ? null : file.person().fullName(),
                file.person() == null ? null : file.person().birthDate());
    }

    /**
     * Names for printing and showing. Learners outside the caller's scope, or erased, are left out. Answers may be kept
     * in memory for at most five minutes.
     */
    @Allowed({
        ADMISSIONS_OFFICER,
        ADMISSIONS_BOARD,
        PLANNING_OFFICER,
        SCHOOL_BOARD,
        REGISTRAR,
        CENTER_ADMIN,
        DISTRICT_COMMITTEE,
        SENDING_AGENCY
    })
    @PostMapping("/names")
    NamesJson names(@RequestBody IdsBody body) {
        var ids = Objects.requireNonNullElse(body.ids(), List.<String>of());
        if (ids.isEmpty() || ids.size() > MOST) {
            throw InvalidInput.of("ids", "error.range", 1, MOST);
        }
        var people = files.named(ids, "api names");
        return new NamesJson(ids.stream()
                .distinct()
                .filter(people::containsKey)
                .map(id -> {
                    var person = Objects.requireNonNull(people.get(id));
                    return new NameJson(
                            id,
                            person.fullName(),
                            person.birthDate(),
                            person.sex().name());
                })
                .toList());
    }

    /** Whose names are asked for, at most 1,000. */
    record IdsBody(@Nullable List<String> ids) {}

    /** The names. */
    record NamesJson(List<NameJson> names) {}

    /** One learner by name. */
    record NameJson(String learnerId, String fullName, LocalDate birthDate, String sex) {}

    /** One learner's history. */
    record LearnerJson(
            String learnerId,
            @Nullable LocalDate registeredOn,
            Map<String, String> claims,
            Map<String, Integer> diplomas,
            List<PlaceRow> places,
            @Nullable String fullName,
            @Nullable LocalDate birthDate) {}
}
