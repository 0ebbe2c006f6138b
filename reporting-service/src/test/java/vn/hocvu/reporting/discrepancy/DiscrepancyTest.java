package vn.hocvu.reporting.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.DetectDiscrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.ExplainDiscrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.ResolveDiscrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent.DiscrepancyDetected;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent.DiscrepancyExplained;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent.DiscrepancyResolved;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.DocumentRef;
import vn.hocvu.reporting.publishedfigure.DocumentType;
import vn.hocvu.reporting.publishedfigure.FigureId;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.publishedfigure.Measure;

class DiscrepancyTest {
    private static final LocalDate MAY_4 = LocalDate.of(2021, 5, 4);
    private static final FigureId FIGURE = new FigureId("2020-carriedOut-CLASSES-TC_LLCT");
    private static final DiscrepancyId ID = DiscrepancyId.of(FIGURE);
    private static final CandidateCause K1 =
            new CandidateCause(Cause.K1, new Count(2, 160), new Count(0, 71), List.of("2020-19", "2020-20"));
    private static final BrokenIdentity BROKEN =
            new BrokenIdentity("TRAINED", new Count(47, 3852), new Count(45, 3621));
    private static final DocumentRef PAPER = new DocumentRef(DocumentType.REPORT, "12/BC-REF", MAY_4, "Trường", null);

    private FixtureConfiguration<Discrepancy> entry;

    @BeforeEach
    void begin() {
        entry = new AggregateTestFixture<>(Discrepancy.class);
    }

    private static DetectDiscrepancy detect(int published, int derived, List<CandidateCause> causes) {
        return new DetectDiscrepancy(
                ID,
                FIGURE,
                FigureName.CARRIED_OUT,
                Measure.CLASSES,
                2020,
                FigureScope.ofType("TC_LLCT"),
                published,
                derived,
                causes,
                List.of(BROKEN),
                MAY_4);
    }

    private static DiscrepancyDetected detected(int published, int derived, List<CandidateCause> causes) {
        return new DiscrepancyDetected(
                ID,
                FIGURE,
                FigureName.CARRIED_OUT,
                Measure.CLASSES,
                2020,
                FigureScope.ofType("TC_LLCT"),
                published,
                derived,
                published - derived,
                causes,
                List.of(BROKEN),
                MAY_4);
    }

    private static ExplainDiscrepancy explain(@Nullable String text, @Nullable DocumentRef paper) {
        return new ExplainDiscrepancy(ID, text, paper, MAY_4);
    }

    @Test
    void aGapIsDetected() {
        entry.givenNoPriorActivity().when(detect(35, 33, List.of(K1))).expectEvents(detected(35, 33, List.of(K1)));
    }

    @Test
    void equalFiguresAreNoGap() {
        entry.givenNoPriorActivity().when(detect(33, 33, List.of())).expectNoEvents();
    }

    @Test
    void theSameGapAgainSaysNothingNew() {
        entry.given(detected(35, 33, List.of(K1)))
                .when(detect(35, 33, List.of(K1)))
                .expectNoEvents();
    }

    @Test
    void anotherGapOrOtherCausesAreNew() {
        entry.given(detected(35, 33, List.of()))
                .when(detect(35, 33, List.of(K1)))
                .expectEvents(detected(35, 33, List.of(K1)));
        begin();
        entry.given(detected(35, 33, List.of(K1)))
                .when(detect(35, 32, List.of(K1)))
                .expectEvents(detected(35, 32, List.of(K1)));
        begin();
        entry.given(detected(35, 33, List.of(K1)))
                .when(detect(36, 33, List.of(K1)))
                .expectEvents(detected(36, 33, List.of(K1)));
    }

    @Test
    void anExplanationIsKeptWithItsPaperAndOnce() {
        entry.given(detected(35, 33, List.of(K1)))
                .when(explain(" Đang rà soát ", PAPER))
                .expectEvents(new DiscrepancyExplained(ID, "Đang rà soát", PAPER, MAY_4));
        begin();
        entry.given(detected(35, 33, List.of(K1)), new DiscrepancyExplained(ID, "Đang rà soát", PAPER, MAY_4))
                .when(explain("Đang rà soát", PAPER))
                .expectNoEvents();
        begin();
        entry.given(detected(35, 33, List.of(K1)), new DiscrepancyExplained(ID, "Đang rà soát", PAPER, MAY_4))
                .when(explain("Đang rà soát", null))
                .expectEvents(new DiscrepancyExplained(ID, "Đang rà soát", null, MAY_4));
        begin();
        entry.given(detected(35, 33, List.of(K1)), new DiscrepancyExplained(ID, "Đang rà soát", PAPER, MAY_4))
                .when(explain("Đã rà soát", PAPER))
                .expectEvents(new DiscrepancyExplained(ID, "Đã rà soát", PAPER, MAY_4));
    }

    @Test
    void anExplanationNeedsWords() {
        for (var text : new String[] {null, " ", "x".repeat(2_001)}) {
            begin();
            entry.given(detected(35, 33, List.of(K1)))
                    .when(explain(text, null))
                    .expectException(DiscrepancyRefusal.ReasonMissing.class);
        }
    }

    @Test
    void onlyEqualityResolvesAndThenThereIsNothingToExplain() {
        var resolved = new DiscrepancyResolved(ID, 35, null, MAY_4);
        entry.given(detected(35, 33, List.of(K1)), new DiscrepancyExplained(ID, "Đang rà soát", null, MAY_4))
                .when(new ResolveDiscrepancy(ID, 35, null, MAY_4))
                .expectEvents(resolved);
        begin();
        entry.given(detected(35, 33, List.of(K1)), resolved)
                .when(new ResolveDiscrepancy(ID, 35, null, MAY_4))
                .expectNoEvents();
        begin();
        entry.given(detected(35, 33, List.of(K1)), resolved)
                .when(explain("Đang rà soát", null))
                .expectException(DiscrepancyRefusal.NothingToExplain.class);
        begin();
        entry.given(detected(35, 33, List.of(K1)), resolved)
                .when(detect(35, 33, List.of(K1)))
                .expectEvents(detected(35, 33, List.of(K1)));
    }

    @Test
    void anExplanationSpeaksOfOneGap() {
        var explained = DiscrepancyState.NONE
                .after(detected(35, 33, List.of()))
                .after(new DiscrepancyExplained(ID, "Đang rà soát", null, MAY_4));

        assertThat(explained.after(detected(35, 33, List.of(K1))).status()).isEqualTo(Status.EXPLAINED);
        assertThat(explained.after(detected(35, 32, List.of(K1))).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void policiesFindAndPeopleExplain() {
        assertThat(DiscrepancyRights.permitted(detect(1, 2, List.of()))).containsExactly("POLICY");
        assertThat(DiscrepancyRights.permitted(new ResolveDiscrepancy(ID, 1, null, MAY_4)))
                .containsExactly("POLICY");
        assertThat(DiscrepancyRights.permitted(explain("x", null)))
                .containsExactlyInAnyOrder("PLANNING_OFFICER", "SCHOOL_BOARD");
    }

    @Test
    void entriesAreNamedAfterTheirFigure() {
        assertThat(ID.value()).isEqualTo("gap-2020-carriedOut-CLASSES-TC_LLCT");
        assertThatThrownBy(() -> new DiscrepancyId("x")).isInstanceOf(DiscrepancyRefusal.DiscrepancyNotFound.class);
        assertThatThrownBy(() -> new DiscrepancyId("gap-" + "x".repeat(500)))
                .isInstanceOf(DiscrepancyRefusal.DiscrepancyNotFound.class);
    }

    @Test
    void whatIsKeptIsReadBack() {
        JsonMapper json = StoredJson.mapper();
        var event = detected(35, 33, List.of(K1));
        var state = DiscrepancyState.NONE.after(event).after(new DiscrepancyExplained(ID, "x", PAPER, MAY_4));

        assertThat(json.readValue(json.writeValueAsString(event), DiscrepancyDetected.class))
                .isEqualTo(event);
        assertThat(json.readValue(json.writeValueAsString(state), DiscrepancyState.class))
                .isEqualTo(state);
    }
}
