package vn.hocvu.reporting.views.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocvu.reporting.publishedfigure.FigureName.CARRIED_IN;
import static vn.hocvu.reporting.publishedfigure.FigureName.CARRIED_OUT;
import static vn.hocvu.reporting.publishedfigure.FigureName.CLOSED;
import static vn.hocvu.reporting.publishedfigure.FigureName.GRADUATED;
import static vn.hocvu.reporting.publishedfigure.FigureName.OPENED;
import static vn.hocvu.reporting.publishedfigure.FigureName.RUNNING;
import static vn.hocvu.reporting.publishedfigure.FigureName.TRAINED;
import static vn.hocvu.reporting.publishedfigure.FigureName.UNFULFILLED;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.reporting.Folded;
import vn.hocvu.reporting.ReferenceYears;
import vn.hocvu.reporting.discrepancy.CandidateCause;
import vn.hocvu.reporting.discrepancy.Cause;
import vn.hocvu.reporting.messages.consumed.Heard;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.views.figures.ledger.LedgerView;
import vn.hocvu.reporting.views.figures.planbook.PlanBookView;

/** The figures of the reference years, to the last learner (domain specification 8.5). */
class ReferenceFiguresTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final FigureScope TC = FigureScope.ofType("TC_LLCT");
    private static final FigureScope BD = FigureScope.ofType("BOI_DUONG");
    private static final AsOf END_OF_2020 = on(2020, 12, 31);
    private static final Figures FIGURES = figures(ReferenceYears.facts());

    private static Figures figures(List<Fact<Heard>> facts) {
        return Figures.of(Folded.by(new LedgerView(), facts), Folded.by(new PlanBookView(), facts), END_OF_2020);
    }

    private static AsOf on(int year, int month, int day) {
        return new AsOf(LocalDate.of(year, month, day), NOW);
    }

    private static Count tc(FigureName figure, AsOf asOf) {
        return FIGURES.as(asOf).figure(figure, 2020, TC);
    }

    @Test
    void x1TheDiplomaClassesOf2020() {
        assertThat(tc(CARRIED_IN, END_OF_2020)).isEqualTo(new Count(25, 2133));
        assertThat(tc(OPENED, END_OF_2020)).isEqualTo(new Count(20, 1488));
        assertThat(tc(TRAINED, END_OF_2020)).isEqualTo(new Count(45, 3621));
        assertThat(tc(GRADUATED, END_OF_2020)).isEqualTo(new Count(12, 1096));
        assertThat(tc(CARRIED_OUT, END_OF_2020)).isEqualTo(new Count(33, 2525));
        assertThat(Balance.broken(FIGURES, 2020, TC)).isEmpty();
        assertThat(FIGURES.distinctLearners(2020, TC)).isEqualTo(3621);
    }

    @Test
    void x2ClassesRunningDuringTheYear() {
        assertThat(tc(RUNNING, on(2020, 6, 30))).isEqualTo(new Count(31, 2586));
        assertThat(tc(RUNNING, on(2020, 9, 30))).isEqualTo(new Count(33, 2621));
    }

    @Test
    void x3TheYearAsItStoodAtTwoDates() {
        assertThat(tc(OPENED, on(2020, 6, 30))).isEqualTo(new Count(6, 453));
        assertThat(tc(GRADUATED, on(2020, 6, 30))).isEqualTo(Count.ZERO);
        assertThat(FIGURES.as(on(2020, 6, 30)).figure(CLOSED, 2020, BD)).isEqualTo(new Count(2, 270));
        assertThat(tc(OPENED, on(2020, 9, 30))).isEqualTo(new Count(15, 1125));
        assertThat(tc(GRADUATED, on(2020, 9, 30))).isEqualTo(new Count(7, 637));
        assertThat(FIGURES.as(on(2020, 9, 30)).figure(CLOSED, 2020, BD)).isEqualTo(new Count(7, 908));
    }

    @Test
    void x4WhatGoesOutOfAYearComesIntoTheNext() {
        assertThat(FIGURES.as(on(2021, 12, 31)).figure(CARRIED_IN, 2021, TC))
                .isEqualTo(tc(CARRIED_OUT, END_OF_2020))
                .isEqualTo(new Count(33, 2525));
    }

    @Test
    void x5WhatWasKnownAtTheYearsEndAndFiveDaysLater() {
        assertThat(unfulfilled(ReferenceYears.endOf(2020, 12, 31))).isEqualTo(new Count(2, 160));
        assertThat(unfulfilled(ReferenceYears.endOf(2021, 1, 5))).isEqualTo(new Count(3, 510));
    }

    private static Count unfulfilled(Instant known) {
        return FIGURES.as(END_OF_2020.recordedBy(known)).figure(UNFULFILLED, 2020, FigureScope.ALL);
    }

    @Test
    void x6ThePlanOf2021WasKnownOnlyInApril() {
        var inForce = on(2021, 12, 31);

        assertThat(FIGURES.as(inForce.recordedBy(ReferenceYears.endOf(2021, 3, 31)))
                        .plan(2021))
                .isEmpty();
        assertThat(FIGURES.as(inForce.recordedBy(ReferenceYears.endOf(2021, 4, 28)))
                        .figure(FigureName.PLANNED, 2021, FigureScope.ALL)
                        .classes())
                .isEqualTo(35);
        assertThat(FIGURES.as(on(2021, 1, 14)).plan(2021)).isEmpty();
    }

    @Test
    void x7FulfilmentOf2020() {
        assertThat(percents(TC)).containsExactly("90.9", "86.0");
        assertThat(percents(BD)).containsExactly("90.9", "78.5");
        assertThat(percents(FigureScope.ALL)).containsExactly("90.9", "82.3");
    }

    private static List<String> percents(FigureScope scope) {
        var fulfilment = FIGURES.fulfilment(2020, scope);
        assertThat(fulfilment.clear()).isTrue();
        return List.of(
                percent(fulfilment.opened().classes(), fulfilment.quota().classes()),
                percent(fulfilment.opened().learners(), fulfilment.quota().learners()));
    }

    private static String percent(int part, int whole) {
        return BigDecimal.valueOf(part * 100L)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                .toString();
    }

    @Test
    void x8AnAmbiguousQuotaGivesNoShareOfLearners() {
        var later = FIGURES.as(on(2021, 12, 31));

        assertThat(later.fulfilment(2021, BD).clear()).isFalse();
        assertThat(later.fulfilment(2021, FigureScope.ALL).clear()).isFalse();
        assertThat(later.fulfilment(2021, FigureScope.ALL).learnersRead("CATEGORY_ONLY"))
                .isEqualTo(4616);
        assertThat(later.fulfilment(2021, FigureScope.ALL).learnersRead("GRAND_TOTAL"))
                .isEqualTo(2806);
    }

    @Test
    void x9OpenedByVenueAndFunding() {
        assertThat(parts(OPENED))
                .containsExactly(
                        Map.entry("SCHOOL/CITY_BUDGET", new Count(3, 207)),
                        Map.entry("CENTER/CITY_BUDGET", new Count(11, 821)),
                        Map.entry("CENTER/DISTRICT_BUDGET", new Count(6, 460)));
    }

    @Test
    void x10CarriedOutByVenueAndFunding() {
        assertThat(parts(CARRIED_OUT))
                .containsExactly(
                        Map.entry("SCHOOL/CITY_BUDGET", new Count(5, 369)),
                        Map.entry("CENTER/CITY_BUDGET", new Count(19, 1447)),
                        Map.entry("CENTER/DISTRICT_BUDGET", new Count(9, 709)));
    }

    private static Map<String, Count> parts(FigureName figure) {
        var parts = new LinkedHashMap<String, Count>();
        Breakdown.of(FIGURES, figure, 2020, TC)
                .forEach(part -> parts.put(part.venueType() + "/" + part.fundingSource(), part.count()));
        return parts;
    }

    @Test
    void x12And13OnlyTheUnfulfilledItemsExplainPartOfTheGap() {
        assertThat(CandidateCauses.of(FIGURES, CARRIED_OUT, 2020, TC, 35, 2756))
                .containsExactly(new CandidateCause(
                        Cause.K1, new Count(2, 160), new Count(0, 71), List.of("2020-19", "2020-20")));
    }

    @Test
    void shortCoursesFitTheClassesAloneAndNoLongerOnceTheLearnersAreKnown() {
        assertThat(CandidateCauses.of(FIGURES, CARRIED_OUT, 2020, TC, 35, null))
                .extracting(CandidateCause::cause)
                .contains(Cause.K1, Cause.K5);
    }

    @ParameterizedTest
    @EnumSource(FigureName.class)
    void everyFigureIsTheSumOfItsContributions(FigureName figure) {
        assertThat(Contribution.sum(FIGURES.contributions(figure, 2020, FigureScope.ALL)))
                .isEqualTo(FIGURES.figure(figure, 2020, FigureScope.ALL));
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2020, 2021})
    void theLedgerOfEachYearIsWhole(int year) {
        var figures = FIGURES.as(on(year, 12, 31));

        for (var scope : List.of(FigureScope.ALL, TC, BD)) {
            assertThat(Balance.broken(figures, year, scope)).isEmpty();
        }
    }

    @Test
    void everyFactTwiceGivesTheSameFigures() {
        var twice = new ArrayList<Fact<Heard>>();
        ReferenceYears.facts().forEach(fact -> twice.addAll(List.of(fact, fact)));

        assertThat(all(figures(twice))).isEqualTo(all(FIGURES));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfAggregatesDoesNotMatter(long seed) {
        assertThat(all(figures(shuffled(seed)))).isEqualTo(all(FIGURES));
    }

    /** A random order of the aggregates; within each aggregate facts keep theirs. */
    private static List<Fact<Heard>> shuffled(long seed) {
        var byAggregate = new LinkedHashMap<String, List<Fact<Heard>>>();
        ReferenceYears.facts()
                .forEach(fact -> byAggregate
                        .computeIfAbsent(fact.source() + fact.aggregateId(), id -> new ArrayList<>())
                        .add(fact));
        var streams = new ArrayList<>(byAggregate.values());
        Collections.shuffle(streams, new Random(seed));
        return streams.stream().flatMap(List::stream).toList();
    }

    private static Map<String, Object> all(Figures figures) {
        var all = new LinkedHashMap<String, Object>();
        for (int year = 2019; year <= 2021; year++) {
            for (var figure : FigureName.values()) {
                for (var scope : List.of(FigureScope.ALL, TC, BD)) {
                    all.put(
                            year + figure.code() + scope,
                            figures.as(on(year, 12, 31)).contributions(figure, year, scope));
                }
            }
            all.put(year + "plan", figures.as(on(year, 12, 31)).fulfilment(year, FigureScope.ALL));
        }
        return all;
    }
}
