package vn.hocvu.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.reporting.views.figures.planhistory.PlanBooks;
import vn.hocvu.reporting.views.figures.planhistory.PlanMove;

/** Everything that happened to one plan item, with every amendment from proposal to decision. */
@Controller
@Allowed({Readers.AUDITOR, Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
class ItemHistoryPages {
    private final PlanBooks books;
    private final MoveWords moves;

    ItemHistoryPages(PlanBooks books, MoveWords moves) {
        this.books = books;
        this.moves = moves;
    }

    /** One step of an amendment. */
    record Step(
            String amendmentId,
            String what,
            String href,
            String who,
            LocalDate effectiveOn,
            Instant recordedAt,
            @Nullable String reason,
            @Nullable String document) {}

    @GetMapping("/audit/plan/{year}/items/{itemId}")
    String item(@PathVariable int year, @PathVariable String itemId, Model model) {
        var item = books.item(year, itemId).orElseThrow(() -> new NotFound("item " + itemId));
        var chain = books.amendments(year, item.parts());
        model.addAttribute("year", Integer.toString(year));
        model.addAttribute("itemId", itemId);
        model.addAttribute("amendments", item.parts());
        model.addAttribute(
                "chain",
                chain.stream()
                        .flatMap(amendment -> amendment.moves().stream())
                        .map(this::step)
                        .toList());
        var told = new ArrayList<PlanMove>(item.moves());
        chain.forEach(amendment -> amendment.moves().stream()
                .filter(move -> !move.kind().equals("PlanAmended"))
                .forEach(told::add));
        told.sort(Comparator.comparingLong(PlanMove::sequence).reversed());
        model.addAttribute("timeline", told.stream().map(moves::entry).toList());
        return "audit/item";
    }

    private Step step(PlanMove move) {
        return new Step(
                String.valueOf(move.amendmentId()),
                moves.sentence(move),
                "/audit/" + move.at().eventId(),
                moves.who(move),
                move.at().effectiveOn(),
                move.at().recordedAt(),
                moves.reason(move),
                move.at().document());
    }
}
