package vn.hocvu.enrollment.messages.consumed.classes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.FundingSource;
import vn.hocvu.enrollment.classintake.OrgId;
import vn.hocvu.enrollment.classintake.PlanItemId;
import vn.hocvu.enrollment.classintake.Seats;
import vn.hocvu.enrollment.classintake.StudyMode;
import vn.hocvu.enrollment.classintake.VenueId;

/** A class recruits; says everything its intake needs to know. */
public record RecruitingStarted(
        ClassId classId,
        @Nullable String classCode,
        PlanItemId planItemId,
        ClassType classType,
        StudyMode studyMode,
        VenueId venueId,
        OrgId venueOwnerOrgId,
        FundingSource fundingSource,
        @Nullable OrgId fundingOrgId,
        @Nullable List<OrgId> participatingOrgIds,
        Seats seats,
        int minLearners,
        LocalDate deadline,
        LocalDate effectiveOn) {}
