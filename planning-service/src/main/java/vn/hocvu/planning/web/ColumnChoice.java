package vn.hocvu.planning.web;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.remembered.Remembered;
import vn.hocvu.platform.webkit.remembered.Remembered.Kind;
import vn.hocvu.platform.webkit.tables.TableQuery;

/** The columns that somebody wants in the item list: those of the address, else those of their last choice. */
@Component
final class ColumnChoice {
    private static final String ITEMS = "/plans/items";

    private final CurrentActor actor;
    private final Remembered remembered;

    ColumnChoice(CurrentActor actor, Remembered remembered) {
        this.actor = actor;
        this.remembered = remembered;
    }

    /** What the address asks for is the person's choice from now on. */
    PlanColumns of(TableQuery query) {
        var wished = query.filters().get(PlanColumns.FIELD);
        var last = remembered.of(actor.get(), Kind.COLUMNS, ITEMS).stream()
                .findFirst()
                .map(note -> List.of(note.content().split(",")))
                .orElse(null);
        if (wished == null) {
            return PlanColumns.of(last);
        }
        var chosen = PlanColumns.of(wished);
        if (!Objects.equals(chosen.inOrder(), last)) {
            remembered.keep(actor.get(), Kind.COLUMNS, ITEMS, String.join(",", chosen.inOrder()));
        }
        return chosen;
    }
}
