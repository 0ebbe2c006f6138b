package vn.hocvu.classes.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.classes.ClassSettings;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact.Allocation;
import vn.hocvu.classes.trainingclass.Category;
import vn.hocvu.classes.trainingclass.ClassCode;
import vn.hocvu.classes.trainingclass.ClassCommand.ProposeClass;
import vn.hocvu.classes.trainingclass.ClassRefusal;
import vn.hocvu.classes.trainingclass.ClassType;
import vn.hocvu.classes.trainingclass.Cohort;
import vn.hocvu.classes.trainingclass.Curriculum;
import vn.hocvu.classes.trainingclass.CurriculumVersion;
import vn.hocvu.classes.trainingclass.FundingSource;
import vn.hocvu.classes.trainingclass.Headcount;
import vn.hocvu.classes.trainingclass.OrgId;
import vn.hocvu.classes.trainingclass.PlanItemId;
import vn.hocvu.classes.trainingclass.Rooms;
import vn.hocvu.classes.trainingclass.Seats;
import vn.hocvu.classes.trainingclass.StudyMode;
import vn.hocvu.classes.trainingclass.VenueId;
import vn.hocvu.classes.trainingclass.VenueType;
import vn.hocvu.classes.views.planitems.PlanItemRow;
import vn.hocvu.classes.views.planitems.PlanItemsView;
import vn.hocvu.platform.viewstore.Rows;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.Register;

/** Makes a complete proposal of what a person says and what plan, register and practice say already. */
@Component
class Proposals {
    private final Rows<PlanItemRow> items;
    private final Register register;
    private final Rooms rooms;
    private final ClassSettings settings;
    private final ClassScope scope;

    Proposals(Views views, Register register, Rooms rooms, ClassSettings settings, ClassScope scope) {
        this.items = views.rows(PlanItemsView.class);
        this.register = register;
        this.rooms = rooms;
        this.settings = settings;
        this.scope = scope;
    }

    /**
     * What a person says; everything absent follows from the plan item, the venue or practice.
     *
     * @param studyMode where it differs from the item's
     */
    record Wish(
            String classCode,
            String planItemId,
            @Nullable String venueId,
            @Nullable String cohort,
            @Nullable String curriculum,
            @Nullable StudyMode studyMode,
            @Nullable Integer plannedLearners,
            @Nullable Integer minLearners,
            @Nullable Integer seats,
            LocalDate plannedStart,
            LocalDate plannedEnd,
            List<String> participatingOrgIds,
            LocalDate effectiveOn) {}

    ProposeClass of(Wish wish) {
        var row = items.find(wish.planItemId())
                .filter(PlanItemRow::allocated)
                .orElseThrow(() -> new ClassRefusal.PlanItemNotFound(wish.planItemId()));
        var item = row.allocatedAs();
        var venueId = venue(wish, item);
        var venue = register.find(Register.VENUES, venueId.value())
                .orElseThrow(() -> new ClassRefusal.VenueNotFound(venueId));
        var owner = new OrgId(venue.attribute("ownerOrgId"));
        if (!scope.mayUse(venueId, owner)) {
            throw new ClassRefusal.VenueNotFound(venueId);
        }
        var type = ClassType.valueOf(item.classType());
        var venueType = VenueType.valueOf(venue.type());
        int planned = planned(wish, item, type, venueType);
        return new ProposeClass(
                new ClassCode(wish.classCode()),
                new PlanItemId(wish.planItemId()),
                row.offPlan(),
                type,
                Category.valueOf(item.category()),
                wish.cohort() == null ? null : new Cohort(wish.cohort()),
                wish.curriculum() == null ? Curriculum.usualFor(type) : new CurriculumVersion(wish.curriculum()),
                wish.studyMode() == null ? StudyMode.valueOf(item.studyMode()) : wish.studyMode(),
                venueId,
                venueType,
                owner,
                FundingSource.valueOf(item.fundingSource()),
                organization(item.fundingOrgId()),
                organization(item.requesterOrgId()),
                new Headcount(planned),
                new Headcount(wish.minLearners() == null ? settings.minimum(type) : wish.minLearners()),
                new Seats(wish.seats() == null ? seats(planned, venueId) : wish.seats()),
                wish.plannedStart(),
                wish.plannedEnd(),
                wish.participatingOrgIds().stream().map(OrgId::new).toList(),
                wish.effectiveOn());
    }

    private static VenueId venue(Wish wish, Allocation item) {
        if (wish.venueId() == null && item.venueId() == null) {
            throw InvalidInput.of("venueId", "error.required");
        }
        var wished = wish.venueId() == null ? item.venueId() : wish.venueId();
        if (item.venueId() != null && !item.venueId().equals(wished)) {
            throw InvalidInput.of("venueId", "class.error.venueOfItem", item.venueId());
        }
        return new VenueId(Given.required(wished, "venueId"));
    }

    private int planned(Wish wish, Allocation item, ClassType type, VenueType venue) {
        if (wish.plannedLearners() != null) {
            return wish.plannedLearners();
        }
        if (item.learnersPerClass() != null) {
            return item.learnersPerClass();
        }
        return item.quotaLearners() == null
                ? settings.planned(type, venue)
                : item.quotaLearners() / Math.max(1, item.quotaClasses());
    }

    private int seats(int planned, VenueId venue) {
        int room = rooms.largest(venue).orElseThrow(() -> new ClassRefusal.VenueNotFound(venue));
        return settings.seats(planned, room);
    }

    private static @Nullable OrgId organization(@Nullable String id) {
        return id == null ? null : new OrgId(id);
    }
}
