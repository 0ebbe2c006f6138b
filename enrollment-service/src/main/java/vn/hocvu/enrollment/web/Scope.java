package vn.hocvu.enrollment.web;

import static vn.hocvu.enrollment.web.Roles.*;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.intakes.Intakes;
import vn.hocvu.enrollment.views.places.PlaceRow;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.NotFound;

/**
 * Whose rows somebody may see: the school's people all, a centre those of its own venue, a district or agency the totals
 * of its classes and by name only those whom it sent. What lies outside is answered like what does not exist.
 */
@Component
class Scope {
    private static final String[] WHOLE_SCHOOL = {
        ADMISSIONS_OFFICER, ADMISSIONS_BOARD, PLANNING_OFFICER, SCHOOL_BOARD, REGISTRAR, AUDITOR
    };
    private static final String[] NAMED = {
        ADMISSIONS_OFFICER,
        ADMISSIONS_BOARD,
        PLANNING_OFFICER,
        SCHOOL_BOARD,
        REGISTRAR,
        CENTER_ADMIN,
        DISTRICT_COMMITTEE,
        SENDING_AGENCY
    };

    private final CurrentActor current;
    private final Intakes intakes;

    Scope(CurrentActor current, Intakes intakes) {
        this.current = current;
        this.intakes = intakes;
    }

    Actor actor() {
        return current.get();
    }

    boolean wholeSchool() {
        return current.has(WHOLE_SCHOOL);
    }

    /** Whether the person may see names at all; an auditor sees everything else. */
    boolean seesNames() {
        return current.has(NAMED);
    }

    /** Whether the person acts for a centre, and sees what happens in its venue. */
    boolean centre() {
        return !wholeSchool() && current.has(CENTER_ADMIN);
    }

    /** Whether the person sees by name only those whom the own organisation sent. */
    boolean ownNomineesOnly() {
        return !wholeSchool() && !current.has(CENTER_ADMIN);
    }

    boolean mayGiveSeats() {
        return current.has(CENTER_ADMIN, ADMISSIONS_OFFICER);
    }

    boolean mayChangeRoll() {
        return current.has(ADMISSIONS_OFFICER);
    }

    /** What every list of intakes is filtered by for this person. */
    Map<String, Object> filter() {
        if (wholeSchool()) {
            return Map.of();
        }
        return Map.of(current.has(CENTER_ADMIN) ? "venueOwnerOrgId" : "orgs", own());
    }

    /** The intake, if the person may know of it. */
    IntakeRow require(String classId) {
        return intakes.find(classId)
                .filter(row -> row.classType() != null && sees(row))
                .orElseThrow(() -> new NotFound("intake " + classId));
    }

    boolean sees(IntakeRow row) {
        if (wholeSchool()) {
            return true;
        }
        return current.has(CENTER_ADMIN)
                ? own().equals(row.venueOwnerOrgId())
                : row.orgs().contains(own());
    }

    /** Whether the person sees this place of an intake that is in scope. */
    boolean sees(IntakeRow intake, @Nullable String nominatingOrgId) {
        return wholeSchool()
                || (current.has(CENTER_ADMIN) && own().equals(intake.venueOwnerOrgId()))
                || own().equals(nominatingOrgId);
    }

    /** Whether the person sees this place, whichever class it is in. */
    boolean sees(PlaceRow place) {
        if (wholeSchool() || (!current.has(CENTER_ADMIN) && own().equals(place.nominatingOrgId()))) {
            return true;
        }
        return current.has(CENTER_ADMIN)
                && place.classId() != null
                && intakes.find(place.classId())
                        .filter(intake -> own().equals(intake.venueOwnerOrgId()))
                        .isPresent();
    }

    /** The person's organisation; of nobody's if the token names none. */
    String own() {
        var organization = current.get().organization();
        return organization == null ? "" : organization;
    }
}
