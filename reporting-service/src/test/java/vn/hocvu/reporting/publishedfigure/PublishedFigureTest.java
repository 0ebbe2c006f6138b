package vn.hocvu.reporting.publishedfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.reporting.publishedfigure.FigureCommand.PublishFigure;
import vn.hocvu.reporting.publishedfigure.FigureEvent.FigurePublished;

class PublishedFigureTest {
    private static final LocalDate YEAR_END = LocalDate.of(2020, 12, 31);
    private static final LocalDate APRIL_28 = LocalDate.of(2021, 4, 28);
    private static final FigureScope TC = FigureScope.ofType("TC_LLCT");
    private static final DocumentRef PAPER =
            new DocumentRef(DocumentType.REPORT, "11/BC-REF", APRIL_28, "Trường", "Hiệu trưởng");

    private FixtureConfiguration<PublishedFigure> figure;

    @BeforeEach
    void begin() {
        figure = new AggregateTestFixture<>(PublishedFigure.class);
        figure.registerInjectableResource((Today) () -> APRIL_28);
    }

    private static PublishFigure order(int value, LocalDate asOf, @Nullable DocumentRef paper) {
        return PublishFigure.of(
                2020, FigureName.CARRIED_OUT, Measure.CLASSES, TC, value, ScopeClarity.EXPLICIT, asOf, paper, APRIL_28);
    }

    private static FigurePublished published(int value) {
        return new FigurePublished(
                new FigureId("2020-carriedOut-CLASSES-TC_LLCT"),
                FigureName.CARRIED_OUT,
                Measure.CLASSES,
                2020,
                TC,
                value,
                ScopeClarity.EXPLICIT,
                YEAR_END,
                PAPER,
                APRIL_28);
    }

    @Test
    void aFigureIsKeptAsThePaperStatesIt() {
        figure.givenNoPriorActivity().when(order(35, YEAR_END, PAPER)).expectEvents(published(35));
    }

    @Test
    void theSamePublicationAgainSaysNothingNew() {
        figure.given(published(35)).when(order(35, YEAR_END, PAPER)).expectNoEvents();
    }

    @Test
    void aLaterPaperMayStateAnotherValue() {
        figure.given(published(35)).when(order(33, YEAR_END, PAPER)).expectEvents(published(33));
    }

    @Test
    void aFigureNeedsItsPaper() {
        figure.givenNoPriorActivity()
                .when(order(35, YEAR_END, null))
                .expectNoEvents()
                .expectException(FigureRefusal.DocumentMissing.class);
    }

    @Test
    void nobodyPublishesTheFuture() {
        figure.givenNoPriorActivity()
                .when(order(35, APRIL_28.plusDays(1), PAPER))
                .expectException(FigureRefusal.AsOfInFuture.class);
    }

    @Test
    void aCountIsNeverBelowZero() {
        figure.givenNoPriorActivity().when(order(-1, YEAR_END, PAPER)).expectException(FigureRefusal.Malformed.class);
    }

    @Test
    void onlyThePlanningOfficerPublishes() {
        assertThat(FigureRights.permitted(order(1, YEAR_END, PAPER))).containsExactly("PLANNING_OFFICER");
    }

    @Test
    void aScopeHasWhatFitsEachOfItsDimensions() {
        var tc = new One("TC_LLCT", "THEORY", "CITY_BUDGET", null, "SCHOOL", "truong", null);
        var course = new One("BOI_DUONG", "PARTY_WORK", "CITY_BUDGET", null, "SCHOOL", "truong", "ban-dan-van");
        var group = new FigureScope("BOI_DUONG", FigureScope.PARTY_AND_MASS_WORK, null, null, null, null, null);

        assertThat(FigureScope.ALL.has(tc)).isTrue();
        assertThat(TC.has(tc)).isTrue();
        assertThat(TC.has(course)).isFalse();
        assertThat(group.has(course)).isTrue();
        assertThat(group.has(tc)).isFalse();
        assertThat(group.has(new One("BOI_DUONG", null, null, null, null, null, null)))
                .isFalse();
        assertThat(new FigureScope(null, "THEORY", null, null, null, null, null).has(course))
                .isFalse();
        assertThat(TC.at("CENTER", "CITY_BUDGET").has(tc)).isFalse();
        assertThat(TC.at("SCHOOL", "DISTRICT_BUDGET").has(tc)).isFalse();
        assertThat(new FigureScope(null, null, null, "ba-vi", null, null, null).has(tc))
                .isFalse();
        assertThat(new FigureScope(null, null, null, null, null, "ba-vi", null).has(tc))
                .isFalse();
        assertThat(new FigureScope(null, null, null, null, null, null, "ba-vi").has(course))
                .isFalse();
        assertThat(TC.type("BOI_DUONG").has(course)).isTrue();
    }

    private record One(
            @Nullable String classType,
            @Nullable String category,
            @Nullable String fundingSource,
            @Nullable String fundingOrgId,
            @Nullable String venueType,
            @Nullable String venueId,
            @Nullable String requesterOrgId)
            implements Dimensions {}

    @Test
    void anUnknownDimensionIsRefused() {
        assertThatThrownBy(() -> FigureScope.ofType("X")).isInstanceOf(FigureRefusal.ScopeInvalid.class);
        assertThatThrownBy(() -> new FigureScope(null, null, null, "Ba Vì", null, null, null))
                .isInstanceOf(FigureRefusal.ScopeInvalid.class)
                .hasMessageContaining("Ba Vì");
        assertThatThrownBy(() -> FigureName.of("x")).isInstanceOf(FigureRefusal.UnknownFigure.class);
        assertThatThrownBy(() -> new FigureId("x")).isInstanceOf(FigureRefusal.Malformed.class);
    }

    @Test
    void aPaperIsNamed() {
        assertThat(new DocumentRef(DocumentType.REPORT, "1", APRIL_28, "Trường", null).signer())
                .isNull();
        assertThatThrownBy(() -> new DocumentRef(DocumentType.REPORT, " ", APRIL_28, "Trường", null))
                .isInstanceOf(FigureRefusal.Malformed.class);
        assertThatThrownBy(() -> new DocumentRef(DocumentType.REPORT, "1", APRIL_28, "x".repeat(201), null))
                .isInstanceOf(FigureRefusal.Malformed.class);
    }

    @Test
    void idsTellFigureMeasureAndScopeApart() {
        assertThat(FigureId.of(2020, FigureName.OPENED, Measure.LEARNERS, FigureScope.ALL)
                        .value())
                .isEqualTo("2020-opened-LEARNERS-all");
        assertThat(FigureId.of(2020, FigureName.OPENED, Measure.LEARNERS, TC.at("SCHOOL", "CITY_BUDGET"))
                        .value())
                .isEqualTo("2020-opened-LEARNERS-TC_LLCT-fundingSource.CITY_BUDGET-venueType.SCHOOL");
    }

    @Test
    void countsAddUp() {
        var count = new Count(2, 160).plus(new Count(1, 350)).minus(new Count(3, 510));

        assertThat(count.none()).isTrue();
        assertThat(new Count(0, 1).none()).isFalse();
        assertThat(new Count(1, 0).none()).isFalse();
        assertThat(new Count(2, 160).of(Measure.LEARNERS)).isEqualTo(160);
        assertThat(new Count(2, 160).of(Measure.CLASSES)).isEqualTo(2);
    }

    @Test
    void whatIsKeptIsReadBack() {
        JsonMapper json = StoredJson.mapper();

        assertThat(json.readValue(json.writeValueAsString(published(35)), FigurePublished.class))
                .isEqualTo(published(35));
    }
}
