package vn.hocvu.reporting.web;

import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.reporting.publishedfigure.Dimensions;

/** Whose classes and items somebody's figures are made of: everything, or those of the own organisation. */
@Component
class Sight {
    private static final String[] WHOLE = Readers.dashboard();

    private final CurrentActor actor;

    Sight(CurrentActor actor) {
        this.actor = actor;
    }

    /** True for those whose figures speak of the whole school. */
    boolean whole() {
        return actor.has(WHOLE);
    }

    /** True for those who may open single facts. */
    boolean facts() {
        return actor.has(Readers.audit());
    }

    /** Everybody with the same word sees the same figures. */
    String word() {
        return whole()
                ? "all"
                : String.valueOf(actor.get().organization())
                        + String.join(",", actor.get().roles());
    }

    Predicate<Dimensions> visible() {
        if (whole()) {
            return one -> true;
        }
        return of(actor.get());
    }

    private static Predicate<Dimensions> of(Actor who) {
        var own = who.organization();
        var roles = who.roles();
        Predicate<Dimensions> sight = one -> false;
        if (roles.contains(Readers.CITY_PROPAGANDA_BOARD)) {
            sight = sight.or(one -> same(own, one.requesterOrgId()));
        }
        if (roles.contains(Readers.CENTER_ADMIN)) {
            sight = sight.or(one -> same(own, one.venueId()));
        }
        if (roles.contains(Readers.DISTRICT_COMMITTEE)) {
            sight = sight.or(one -> same(own, one.fundingOrgId()) || same(own, one.requesterOrgId()));
        }
        return sight;
    }

    private static boolean same(@Nullable String own, @Nullable String other) {
        return own != null && Objects.equals(own, other);
    }
}
