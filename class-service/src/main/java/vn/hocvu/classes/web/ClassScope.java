package vn.hocvu.classes.web;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.classes.trainingclass.OrgId;
import vn.hocvu.classes.trainingclass.VenueId;
import vn.hocvu.classes.views.classes.ClassRow;
import vn.hocvu.classes.views.classes.Classes;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.DeniedAttempts;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.NotFound;

/** Whose classes a person sees; a class outside is answered like an unknown one, and the attempt is kept. */
@Component
class ClassScope {
    private static final Set<String> WHOLE_SCHOOL = Set.of(
            Readers.PLANNING_OFFICER,
            Readers.SCHOOL_BOARD,
            Readers.ADMISSIONS_OFFICER,
            Readers.FACULTY_HEAD,
            Readers.AUDITOR);

    private final CurrentActor current;
    private final Classes classes;
    private final DeniedAttempts denials;

    ClassScope(CurrentActor current, Classes classes, DeniedAttempts denials) {
        this.current = current;
        this.classes = classes;
        this.denials = denials;
    }

    /** Index fields that every row must have. */
    Map<String, Object> within(Actor actor) {
        if (wholeSchool(actor)) {
            return Map.of();
        }
        var own = actor.organization() == null ? "" : actor.organization();
        if (actor.roles().contains(Readers.DISTRICT_COMMITTEE)) {
            return Map.of("organizations", own);
        }
        return actor.roles().contains(Readers.CITY_PROPAGANDA_BOARD)
                ? Map.of("requester", own)
                : Map.of("venueOwner", own);
    }

    /** The class, if this person may know of it. */
    ClassRow visible(String classId) {
        var actor = current.get();
        var row = classes.find(classId).orElseThrow(() -> new NotFound("class " + classId));
        if (!sees(actor, row)) {
            denials.record(
                    actor,
                    "ReadClass",
                    classId,
                    "scope",
                    row.proposed().venueOwnerOrgId().value());
            throw new NotFound("class " + classId);
        }
        return row;
    }

    /** A person with roles for the whole school may use any house, a centre only its own. */
    boolean mayUse(VenueId venue, OrgId owner) {
        var actor = current.get();
        if (wholeSchool(actor) || owner.value().equals(actor.organization())) {
            return true;
        }
        denials.record(actor, "ProposeClass", venue.value(), "scope", owner.value());
        return false;
    }

    static boolean wholeSchool(Actor actor) {
        return actor.roles().stream().anyMatch(WHOLE_SCHOOL::contains);
    }

    private static boolean sees(Actor actor, ClassRow row) {
        var own = actor.organization();
        if (wholeSchool(actor)) {
            return true;
        }
        if (own == null) {
            return false;
        }
        var p = row.proposed();
        return (actor.roles().contains(Readers.DISTRICT_COMMITTEE)
                        && row.organizations().contains(own))
                || (actor.roles().contains(Readers.CITY_PROPAGANDA_BOARD)
                        && p.requesterOrgId() != null
                        && p.requesterOrgId().value().equals(own))
                || (actor.roles().contains(Readers.CENTER_ADMIN)
                        && p.venueOwnerOrgId().value().equals(own));
    }
}
