package vn.hocvu.reporting.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.viewstore.FoldedText;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.WebSettings;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.views.figures.ClassHistory;
import vn.hocvu.reporting.views.figures.Figures;
import vn.hocvu.reporting.views.figures.ledger.Move;
import vn.hocvu.reporting.views.figures.planbook.ItemTerms;

/** Looks for words in any order, in any case, with or without diacritics, within what the reader may see. */
@Component
class Search {
    private static final int MOST = 20;
    private static final int SHORTEST_CODE = 4;
    private static final Set<String> PLAN_READERS = Set.of(
            Readers.PLANNING_OFFICER,
            Readers.SCHOOL_BOARD,
            Readers.CITY_ORG_BOARD,
            Readers.CITY_PROPAGANDA_BOARD,
            Readers.DISTRICT_COMMITTEE,
            Readers.AUDITOR);
    private static final Set<String> CLASS_READERS = Set.of(
            Readers.PLANNING_OFFICER,
            Readers.SCHOOL_BOARD,
            Readers.CENTER_ADMIN,
            Readers.DISTRICT_COMMITTEE,
            Readers.CITY_PROPAGANDA_BOARD,
            Readers.AUDITOR);
    private static final Set<String> LEARNER_READERS = Set.of(
            Readers.PLANNING_OFFICER,
            Readers.SCHOOL_BOARD,
            Readers.CENTER_ADMIN,
            Readers.DISTRICT_COMMITTEE,
            Readers.AUDITOR);

    private final Questions questions;
    private final Words words;
    private final CurrentActor actor;
    private final WebSettings settings;

    Search(Questions questions, Words words, CurrentActor actor, WebSettings settings) {
        this.questions = questions;
        this.words = words;
        this.actor = actor;
        this.settings = settings;
    }

    /** Finds of one kind; {@code more} if there are others that are not listed. */
    record Group(String kind, List<Hit> hits, boolean more) {}

    /** One find; without an address if the reader may not open it. */
    record Hit(@Nullable String href, String text, String about) {}

    List<Group> of(String text) {
        // The next year's plan is found as soon as it is allocated.
        var figures = questions.figures(questions.of(questions.today().getYear() + 1, null));
        var wanted = List.of(FoldedText.fold(text).split(" "));
        return Stream.of(
                        group("plans", plans(figures, wanted)),
                        group("items", items(figures, wanted)),
                        group("classes", classes(figures, wanted)),
                        group("learners", learners(figures, text.strip())))
                .filter(group -> !group.hits().isEmpty())
                .toList();
    }

    private static Group group(String kind, Stream<Hit> found) {
        var hits = found.limit(MOST + 1L).toList();
        return new Group(kind, hits.stream().limit(MOST).toList(), hits.size() > MOST);
    }

    private Stream<Hit> plans(Figures figures, List<String> wanted) {
        return figures.years().stream()
                .filter(year -> figures.plan(year).isPresent())
                .map(year -> Integer.toString(year))
                .map(year -> new Hit("/reports/R1?year=" + year, words.text("search.plan", year), ""))
                .filter(hit -> matches(wanted, hit));
    }

    private Stream<Hit> items(Figures figures, List<String> wanted) {
        return figures.years().stream()
                .flatMap(year -> figures.plan(year).stream())
                .flatMap(plan -> plan.items().stream().map(item -> item(plan.year(), item)))
                .filter(hit -> matches(wanted, hit));
    }

    private Hit item(int year, ItemTerms item) {
        return new Hit(
                service("planning", PLAN_READERS, "/plans/" + year + "/items/" + item.itemId()),
                item.itemId(),
                about(
                        words.code("classType", item.classType()),
                        words.organization(item.fundingOrgId()),
                        item.venueId()));
    }

    private Stream<Hit> classes(Figures figures, List<String> wanted) {
        return figures.in(FigureScope.ALL).map(this::training).filter(hit -> matches(wanted, hit));
    }

    private Hit training(ClassHistory one) {
        var traits = one.traits();
        return new Hit(
                service("class", CLASS_READERS, "/classes/" + one.classId()),
                traits.classCode(),
                about(
                        words.code("classType", traits.classType()),
                        Objects.requireNonNullElse(traits.planItemId(), "–"),
                        traits.venueId()));
    }

    private String about(String type, String second, @Nullable String venueId) {
        return Stream.of(type, second, words.venue(venueId))
                .filter(part -> !part.equals("–"))
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    /** A learner's code is looked for from its beginning; names are found where the vault is. */
    private Stream<Hit> learners(Figures figures, String code) {
        if (code.length() < SHORTEST_CODE) {
            return Stream.empty();
        }
        return figures.in(FigureScope.ALL)
                .flatMap(one -> one.row().moves().stream()
                        .map(Move::learnerId)
                        .filter(id -> id.startsWith(code))
                        .map(id -> new Hit(
                                service("enrollment", LEARNER_READERS, "/learners/" + id),
                                id,
                                one.traits().classCode())))
                .distinct();
    }

    private @Nullable String service(String name, Set<String> readers, String path) {
        var address = settings.services().get(name);
        return address == null || !actor.has(readers.toArray(String[]::new)) ? null : address + path;
    }

    private static boolean matches(List<String> wanted, Hit hit) {
        var text = FoldedText.fold(hit.text() + " " + hit.about());
        return wanted.stream().allMatch(text::contains);
    }
}
