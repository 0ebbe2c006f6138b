package vn.hocvu.enrollment.views.intakes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.FundingSource;
import vn.hocvu.enrollment.classintake.IntakeEvent;
import vn.hocvu.enrollment.classintake.IntakeEvent.*;
import vn.hocvu.enrollment.classintake.Phase;
import vn.hocvu.enrollment.classintake.StudyMode;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * One class's intake as people see it.
 *
 * @param version       last sequence of the intake, for forms
 * @param deadline      last day of recruiting
 * @param deadlineSetOn day on which that deadline was recorded, local to Hà Nội
 * @param roll          learners on the roll
 * @param byOrg         the same count per nominating organisation
 * @param waiting       ids of those who wait, in order
 * @param rollVersion   newest version of the roll that was confirmed or closed, 0 before
 * @param changedOn     business date of the latest fact
 */
public record IntakeRow(
        String classId,
        long version,
        @Nullable String classCode,
        @Nullable String planItemId,
        @Nullable ClassType classType,
        @Nullable StudyMode studyMode,
        @Nullable String venueId,
        @Nullable String venueOwnerOrgId,
        int seats,
        int minLearners,
        @Nullable LocalDate deadline,
        @Nullable LocalDate deadlineSetOn,
        @Nullable FundingSource fundingSource,
        @Nullable String fundingOrgId,
        List<String> participatingOrgIds,
        Phase phase,
        int roll,
        Map<String, Integer> byOrg,
        List<String> waiting,
        long rollVersion,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate recruitingFrom,
        @Nullable LocalDate changedOn)
        implements Row<IntakeEvent, IntakeRow> {
    public IntakeRow {
        participatingOrgIds = List.copyOf(participatingOrgIds);
        byOrg = Collections.unmodifiableMap(new TreeMap<>(byOrg));
        waiting = List.copyOf(waiting);
    }

    static IntakeRow empty(String classId) {
        return new IntakeRow(
                classId,
                -1,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                List.of(),
                Phase.OPEN,
                0,
                Map.of(),
                List.of(),
                0,
                null,
                null,
                null);
    }

    /** Seats nobody has. */
    public int free() {
        return Math.max(0, seats - roll);
    }

    /** Code people use, or the id if the class has none. */
    public String label() {
        return classCode == null ? classId : classCode;
    }

    @Override
    public IntakeRow after(Fact<IntakeEvent> fact) {
        var next = new IntakeFold(this);
        return next.fold(fact);
    }

    /** Organisations that the class concerns: its venue, its money, those invited, and those who sent somebody. */
    public List<String> orgs() {
        var orgs = new ArrayList<String>(byOrg.keySet());
        orgs.addAll(participatingOrgIds);
        if (fundingOrgId != null) {
            orgs.add(fundingOrgId);
        }
        if (venueOwnerOrgId != null) {
            orgs.add(venueOwnerOrgId);
        }
        return orgs.stream().distinct().sorted().toList();
    }
}
