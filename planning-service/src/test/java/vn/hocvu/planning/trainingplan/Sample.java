package vn.hocvu.planning.trainingplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import vn.hocvu.planning.trainingplan.PlanEvent.Allocation;
import vn.hocvu.planning.trainingplan.PlanEvent.PlanAllocated;
import vn.hocvu.planning.trainingplan.PlanEvent.PlanApproved;
import vn.hocvu.planning.trainingplan.PlanEvent.PlanDrafted;
import vn.hocvu.planning.trainingplan.PlanEvent.PlanItemAdded;
import vn.hocvu.planning.trainingplan.PlanEvent.PlanSubmitted;

/** The plan of 2020 in small: three classes at the school, one at Ba Vì, and a course that waits for guidance. */
final class Sample {
    static final PlanYear YEAR = new PlanYear(2020);
    static final PlanId PLAN = PlanId.of(YEAR);
    static final PlanItemId SCHOOL = PlanItemId.of(YEAR, 1);
    static final PlanItemId BA_VI = PlanItemId.of(YEAR, 2);
    static final PlanItemId COURSE = PlanItemId.of(YEAR, 3);
    static final PlanItemId NOWHERE = PlanItemId.of(YEAR, 99);

    static final ClassId TC_01 = new ClassId("tc-2020-01");
    static final ClassId TC_02 = new ClassId("tc-2020-02");
    static final ClassId TC_21 = new ClassId("tc-2020-21");
    static final VenueId TRUONG = new VenueId("truong");
    static final VenueId BA_VI_CENTER = new VenueId("ba-vi");
    static final OrgId PROPAGANDA = new OrgId("ban-tuyen-giao-thanh-uy");

    static final LocalDate JAN_2 = LocalDate.of(2020, 1, 2);
    static final LocalDate MAY_12 = LocalDate.of(2020, 5, 12);
    static final LocalDate DEC_31 = LocalDate.of(2020, 12, 31);
    static final LocalDate NEXT_JAN_10 = LocalDate.of(2021, 1, 10);

    static final DocumentRef DECISION =
            new DocumentRef(DocumentType.DECISION, "05-QĐ/TU", JAN_2, "Ban Tổ chức Thành ủy", null);

    static final PlanItemTerms SCHOOL_TERMS = theory(
            new Funding(FundingSource.CITY_BUDGET, null),
            new PlannedVenue(VenueType.SCHOOL, TRUONG),
            Quota.ofSize(3, 70));
    static final PlanItemTerms BA_VI_TERMS = theory(
            new Funding(FundingSource.DISTRICT_BUDGET, new OrgId("ba-vi")),
            new PlannedVenue(VenueType.CENTER, BA_VI_CENTER),
            Quota.explicit(1, 80));
    static final PlanItemTerms COURSE_TERMS = new PlanItemTerms(
            ClassType.BOI_DUONG,
            Category.PARTY_WORK,
            new Funding(FundingSource.CITY_BUDGET, null),
            PROPAGANDA,
            new PlannedVenue(VenueType.SCHOOL, null),
            StudyMode.FULL_TIME,
            Quota.explicit(1, 350),
            new AwaitedDocument("hướng dẫn của Trung ương"));
    static final PlanItemTerms AMBIGUOUS_TERMS = new PlanItemTerms(
            ClassType.BOI_DUONG,
            Category.MASS_ORGANIZATION_WORK,
            new Funding(FundingSource.CITY_BUDGET, null),
            null,
            new PlannedVenue(VenueType.SCHOOL, null),
            StudyMode.FULL_TIME,
            Quota.ambiguous(
                    12,
                    2_806,
                    List.of(
                            new QuotaReading(ReadingScope.CATEGORY_ONLY, 2_806),
                            new QuotaReading(ReadingScope.GRAND_TOTAL, 996))),
            null);

    static final PlanTotals TOTALS = new PlanTotals(5, 640, List.of());

    /** 25 classes ran into 2020; two run out of it. */
    static final CarryOverBook BOOK = day -> day.getYear() == 2019
            ? new CarryOver(classes(25), 2_133, day, Instant.EPOCH)
            : new CarryOver(List.of(TC_01, TC_02), 138, day, Instant.EPOCH);

    private Sample() {}

    static PlanItemTerms theory(Funding funding, PlannedVenue venue, Quota quota) {
        return new PlanItemTerms(
                ClassType.TC_LLCT, Category.THEORY, funding, null, venue, StudyMode.PART_TIME, quota, null);
    }

    static Object[] draft() {
        return new Object[] {
            by("an", new PlanDrafted(PLAN, YEAR, 25, 2_133, LocalDate.of(2019, 12, 31), JAN_2)),
            by("an", new PlanItemAdded(PLAN, SCHOOL, SCHOOL_TERMS, JAN_2)),
            by("an", new PlanItemAdded(PLAN, BA_VI, BA_VI_TERMS, JAN_2)),
            by("binh", new PlanItemAdded(PLAN, COURSE, COURSE_TERMS, JAN_2))
        };
    }

    static Object[] submitted() {
        return and(draft(), by("an", new PlanSubmitted(PLAN, TOTALS, JAN_2)));
    }

    static Object[] approved() {
        return and(submitted(), by("chi", new PlanApproved(PLAN, DECISION, JAN_2)));
    }

    static Object[] allocated() {
        return and(approved(), by("chi", ALLOCATED));
    }

    static final PlanAllocated ALLOCATED = new PlanAllocated(
            PLAN,
            YEAR,
            DECISION,
            List.of(
                    new Allocation(SCHOOL, SCHOOL_TERMS),
                    new Allocation(BA_VI, BA_VI_TERMS),
                    new Allocation(COURSE, COURSE_TERMS)),
            TOTALS,
            JAN_2);

    static Object[] and(Object[] some, Object... more) {
        var all = new Object[some.length + more.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    static EventMessage<Object> by(String person, PlanEvent event) {
        return GenericEventMessage.asEventMessage(event).andMetaData(Map.of("actor", person));
    }

    private static List<ClassId> classes(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(n -> new ClassId("tc-2019-" + n))
                .toList();
    }
}
