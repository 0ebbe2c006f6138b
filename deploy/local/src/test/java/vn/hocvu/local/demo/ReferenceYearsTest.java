package vn.hocvu.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The packaged data are those of the specification: their sums give its figures. */
class ReferenceYearsTest {
    private static final ReferenceYears YEARS = ReferenceYears.read();

    @Test
    void classesSumUpToTheFiguresOf2020() {
        assertSum(one -> one.year() == 2019, 25, 2133);
        assertSum(one -> one.year() == 2019 && one.ended() != null, 12, 1096);
        assertSum(one -> one.year() == 2019 && one.ended() == null, 13, 1037);
        assertSum(one -> one.year() == 2020 && !one.shortCourse(), 20, 1488);
        assertSum(DemoClass::shortCourse, 10, 1295);
        assertSum(one -> !one.shortCourse(), 45, 3621);
        assertSum(one -> !one.shortCourse() && one.ended() == null, 33, 2525);
        assertSum(one -> one.year() == 2020 && one.venue().equals("truong") && !one.shortCourse(), 3, 207);
        assertSum(
                one -> one.year() == 2020
                        && !one.shortCourse()
                        && one.fundingSource().equals("DISTRICT_BUDGET"),
                6,
                460);
        assertThat(YEARS.cancelled().stream().mapToInt(CancelledClass::enrolled).sum())
                .isEqualTo(57);
    }

    @Test
    void runningAtMidyearIsAsExpected() {
        assertRunning(LocalDate.of(2020, 6, 30), 31, 2586);
        assertRunning(LocalDate.of(2020, 9, 30), 33, 2621);
    }

    @Test
    void plansPromiseWhatTheSpecificationSays() {
        assertPlan(2019, "TC_LLCT", 25, 2250);
        assertPlan(2020, "TC_LLCT", 22, 1730);
        assertPlan(2020, "BOI_DUONG", 11, 1650);
        assertPlan(2021, "TC_LLCT", 23, 1810);
        var ambiguous = YEARS.items(2021).getLast();
        assertThat(ambiguous.classes()).isEqualTo(12);
        assertThat(ambiguous.ambiguousValue()).isEqualTo(2806);
        assertThat(ambiguous.readings()).containsEntry("CATEGORY_ONLY", 2806).containsEntry("GRAND_TOTAL", 996);
    }

    @Test
    void amendmentsOf2020CancelOut() {
        var amended = YEARS.amended(2020, YEARS.amendments());

        assertThat(amended.values()).containsExactlyElementsOf(YEARS.items(2020));
        assertThat(YEARS.amendments(2020)).filteredOn(Amendment::approved).hasSize(6);
    }

    @Test
    void amendmentsOf2021ChangeItemsButNoSumOnAnyDay() {
        var days = YEARS.amendments(2021).stream().map(Amendment::effective).toList();

        assertThat(YEARS.amended(2021, YEARS.amendments()).values()).isNotEqualTo(YEARS.items(2021));
        for (var day : days) {
            var inForce = YEARS.amendments(2021).stream()
                    .filter(one -> !one.effective().isAfter(day))
                    .toList();
            var items = List.copyOf(YEARS.amended(2021, inForce).values());
            assertSums(items, "TC_LLCT", 23, 1810);
            assertSums(items, "BOI_DUONG", 12, 0);
        }
    }

    @Test
    void amendmentsAreOfEveryKindAndOutcomeByDifferentPeople() {
        assertThat(YEARS.amendments())
                .extracting(Amendment::kind)
                .contains(
                        "INCREASE",
                        "DECREASE",
                        "MOVE_VENUE",
                        "CHANGE_FUNDING",
                        "ADD_ITEM",
                        "REMOVE_ITEM",
                        "RESCHEDULE");
        assertThat(YEARS.amendments())
                .extracting(Amendment::outcome)
                .contains("APPROVED", "REJECTED", "WITHDRAWN", "ENDORSED", "PROPOSED");
        assertThat(YEARS.amendments()).extracting(Amendment::proposer).contains("planning_officer", "school_board");
        assertThat(YEARS.amendments())
                .filteredOn(Amendment::backDated)
                .singleElement()
                .matches(Amendment::approved);
        for (var year : List.of(2020, 2021)) {
            var number = 1;
            for (var one : YEARS.amendments(year)) {
                assertThat(one.amendment()).isEqualTo("%d-A%02d".formatted(year, number++));
                assertThat(one.effective()).hasYear(year);
            }
        }
    }

    @Test
    void whoProposesAnAmendmentDoesNotDecideIt() {
        for (var one : YEARS.amendments()) {
            if (one.outcome().equals("WITHDRAWN")) assertThat(one.answers()).containsExactly(one.proposer());
            else assertThat(one.answers()).as(one.amendment()).doesNotContain(one.proposer());
            assertThat(one.answers()).doesNotHaveDuplicates();
        }
    }

    @Test
    void theCityDecidesFromOneClassOrATenthOfTheLearnersOn() {
        for (var one : YEARS.amendments()) {
            if (!one.approved() && !one.outcome().equals("REJECTED")) continue;
            var before = YEARS.before(one);
            var after = one.after(before);
            var classes = Math.abs(classes(after) - classes(before));
            var learners = Math.abs(learners(after) - learners(before));
            var city = classes >= 1 || (learners > 0 && learners * 10 >= learners(before));

            assertThat(one.answers()).as(one.amendment()).endsWith(city ? "city_org_board" : "school_board");
            assertThat(one.answers().contains("school_board"))
                    .as(one.amendment())
                    .isEqualTo(!one.proposer().equals("school_board"));
        }
    }

    @Test
    void offPlanRequestsStandInSeveralStagesAndTheApprovedOneHasItsPlace() {
        assertThat(YEARS.offPlan())
                .extracting(OffPlanClass::phase)
                .containsExactlyInAnyOrder("APPROVED", "REJECTED", "REPORTED", "REQUESTED");
        for (var one : YEARS.offPlan()) {
            assertThat(one.account()).isNotEqualTo("school_board");
            var dates = Stream.of(one.requested(), one.assessed(), one.consulted(), one.reported(), one.decided())
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(dates).isSorted();
            assertThat(one.desiredStart()).isAfter(dates.getLast());
            if (one.approved()) {
                assertThat(one.year()).isEqualTo(2021);
                assertThat(one.venue()).isNotNull();
                assertThat(one.answers()).containsOnly("yes");
            }
        }
    }

    @Test
    void everyClassHasAPlaceInItsItem() {
        for (var item : YEARS.items()) {
            var used = YEARS.classes().stream()
                            .filter(one -> one.item().equals(item.item()))
                            .count()
                    + YEARS.cancelled().stream()
                            .filter(one -> one.item().equals(item.item()))
                            .count();
            if (item.year() == 2021 || item.item().equals(ReferenceYears.UNFULFILLED_ITEM))
                assertThat(used).isZero();
            else assertThat(used).as(item.item()).isEqualTo(item.classes());
        }
        for (var year : PlanYear.all()) {
            var number = 1;
            for (var item : YEARS.items(year)) assertThat(item.item()).isEqualTo("%d-%02d".formatted(year, number++));
        }
    }

    @Test
    void decisionsAreNumberedThroughEachYear() {
        var numbers = YEARS.decisionNumbers();

        assertThat(numbers.get("approval-2019")).isEqualTo(1);
        assertThat(numbers.get("allocation-2019")).isEqualTo(2);
        assertThat(new HashSet<>(numbers.values())).hasSizeGreaterThan(60);
        var opening = YEARS.decision("opening-TC-2019-01", LocalDate.of(2019, 1, 15), "school_board");
        assertThat(opening.date()).isEqualTo("2019-01-08");
        assertThat(opening.number()).endsWith("/QĐ-REF");
    }

    @Test
    void inventedPeopleAreTheSameEveryTimeAndNobodyTwice() {
        var numbers = new ArrayList<String>();
        for (var one : YEARS.classes()) {
            People.of(one.code(), one.opened(), one.learners()).forEach(person -> numbers.add(person.identityNumber()));
        }
        for (var one : YEARS.cancelled()) {
            People.of(one.code(), one.deadline(), one.enrolled())
                    .forEach(person -> numbers.add(person.identityNumber()));
        }

        assertThat(numbers)
                .hasSize(2133 + 1488 + 1295 + 57)
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("999\\d{9}"));
        assertThat(People.of("TC-2019-01", LocalDate.of(2019, 1, 15), 92))
                .isEqualTo(People.of("TC-2019-01", LocalDate.of(2019, 1, 15), 92));
    }

    @Test
    void aFilledSheetReadsBackWithItsHeadings() {
        var table = new Table(
                List.of("Họ và tên", "Ngày sinh"),
                List.of(Map.of("Họ và tên", "Nguyễn Văn An", "Ngày sinh", "01/02/1980")));

        var read = Table.read(table.write(), 2);

        assertThat(read).isEqualTo(table);
        assertThat(table.write()).isEqualTo(table.write());
        assertThat(read.column("ho va ten")).isEqualTo("Họ và tên");
    }

    private static void assertSum(Predicate<DemoClass> which, int classes, int learners) {
        var found = YEARS.classes().stream().filter(which).toList();
        assertThat(found).hasSize(classes);
        assertThat(found.stream().mapToInt(DemoClass::learners).sum()).isEqualTo(learners);
    }

    private static void assertRunning(LocalDate day, int classes, int learners) {
        assertSum(
                one -> !one.shortCourse()
                        && !one.opened().isAfter(day)
                        && (one.ended() == null || one.ended().isAfter(day)),
                classes,
                learners);
    }

    private static int classes(@Nullable PlanItem item) {
        return item == null ? 0 : item.classes();
    }

    private static int learners(@Nullable PlanItem item) {
        return item == null || item.learners() == null ? 0 : item.learners();
    }

    private static void assertPlan(int year, String classType, int classes, int learners) {
        assertSums(YEARS.items(year), classType, classes, learners);
    }

    private static void assertSums(List<PlanItem> all, String classType, int classes, int learners) {
        var items =
                all.stream().filter(item -> item.classType().equals(classType)).toList();
        assertThat(items.stream().mapToInt(PlanItem::classes).sum()).isEqualTo(classes);
        assertThat(items.stream().mapToInt(ReferenceYearsTest::learners).sum()).isEqualTo(learners);
    }
}
