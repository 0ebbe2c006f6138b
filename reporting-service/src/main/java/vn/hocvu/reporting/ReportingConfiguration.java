package vn.hocvu.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocvu.platform.eventstore.Aggregates;
import vn.hocvu.platform.eventstore.CommandRights;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstream.Consumption;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Menu;
import vn.hocvu.platform.webkit.Tones;
import vn.hocvu.reporting.discrepancy.Discrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent;
import vn.hocvu.reporting.discrepancy.DiscrepancyRights;
import vn.hocvu.reporting.messages.consumed.Topics;
import vn.hocvu.reporting.policies.WhenFiguresChangeCompareWithPublished;
import vn.hocvu.reporting.publishedfigure.FigureCommand;
import vn.hocvu.reporting.publishedfigure.FigureEvent;
import vn.hocvu.reporting.publishedfigure.FigureRights;
import vn.hocvu.reporting.publishedfigure.PublishedFigure;
import vn.hocvu.reporting.publishedfigure.Today;
import vn.hocvu.reporting.views.figures.YearBook;
import vn.hocvu.reporting.views.figures.ledger.LedgerView;
import vn.hocvu.reporting.views.figures.planbook.PlanBookView;
import vn.hocvu.reporting.views.figures.planhistory.PlanBooks;
import vn.hocvu.reporting.views.figures.planhistory.PlanHistoryView;
import vn.hocvu.reporting.views.journal.Journal;
import vn.hocvu.reporting.views.journal.JournalView;
import vn.hocvu.reporting.views.journal.OwnJournalView;
import vn.hocvu.reporting.views.published.DiscrepanciesView;
import vn.hocvu.reporting.views.published.PublishedFigures;
import vn.hocvu.reporting.views.published.PublishedFiguresView;
import vn.hocvu.reporting.web.Readers;

/** What the platform has to know of reporting. */
@Configuration(proxyBeanMethods = false)
class ReportingConfiguration {
    @Bean
    Aggregates aggregates() {
        return Aggregates.of(PublishedFigure.class, Discrepancy.class);
    }

    @Bean
    EventNames eventNames() {
        return EventNames.builder()
                .add("FigurePublished", 1, FigureEvent.FigurePublished.class)
                .add("DiscrepancyDetected", 1, DiscrepancyEvent.DiscrepancyDetected.class)
                .add("DiscrepancyExplained", 1, DiscrepancyEvent.DiscrepancyExplained.class)
                .add("DiscrepancyResolved", 1, DiscrepancyEvent.DiscrepancyResolved.class)
                .build();
    }

    @Bean
    CommandRights commandRights() {
        return command -> switch (command) {
            case FigureCommand order -> FigureRights.permitted(order);
            case DiscrepancyCommand order -> DiscrepancyRights.permitted(order);
            default -> Set.of();
        };
    }

    @Bean
    Today today(Clock clock) {
        return () -> LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }

    @Bean
    Consumption planningFacts() {
        return Topics.planning();
    }

    @Bean
    Consumption classFacts() {
        return Topics.classes();
    }

    @Bean
    Consumption enrollmentFacts() {
        return Topics.enrollment();
    }

    @Bean
    LedgerView ledgerView() {
        return new LedgerView();
    }

    @Bean
    PlanBookView planBookView() {
        return new PlanBookView();
    }

    @Bean
    PlanHistoryView planHistoryView() {
        return new PlanHistoryView();
    }

    @Bean
    PlanBooks planBooks(Views views) {
        return new PlanBooks(views);
    }

    @Bean
    JournalView journalView() {
        return new JournalView();
    }

    @Bean
    OwnJournalView ownJournalView() {
        return new OwnJournalView();
    }

    @Bean
    PublishedFiguresView publishedFiguresView() {
        return new PublishedFiguresView();
    }

    @Bean
    DiscrepanciesView discrepanciesView() {
        return new DiscrepanciesView();
    }

    @Bean
    YearBook yearBook(Views views) {
        return new YearBook(views);
    }

    @Bean
    PublishedFigures publishedFigures(Views views) {
        return new PublishedFigures(views);
    }

    @Bean
    Journal journal(Views views) {
        return new Journal(views);
    }

    @Bean
    WhenFiguresChangeCompareWithPublished compareFigures(
            YearBook yearBook, PublishedFigures published, Views views, Commands commands, Clock clock) {
        return new WhenFiguresChangeCompareWithPublished(yearBook, published, views, commands, clock);
    }

    @Bean
    Menu menu() {
        return Menu.empty()
                .with("dashboard", "/dashboard", "speedometer2", Readers.dashboard())
                .with("reports", "/reports", "file-earmark-text", Readers.reports())
                .with("discrepancies", "/discrepancies", "exclamation-triangle", Readers.discrepancies())
                .with("audit", "/audit", "shield-check", Readers.audit());
    }

    @Bean
    Tones tones() {
        return Tones.none()
                .good("RESOLVED", "HOLDS", "WHOLE")
                .info("EXPLAINED")
                .warn("OPEN", "AMBIGUOUS", "UNKNOWN")
                .bad("BROKEN", "SHORT");
    }
}
