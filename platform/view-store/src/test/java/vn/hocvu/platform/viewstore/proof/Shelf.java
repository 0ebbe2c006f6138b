package vn.hocvu.platform.viewstore.proof;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;
import vn.hocvu.platform.viewstore.View;

/** The sample aggregate of the service's own store: books on a shelf. */
class Shelf {
    @AggregateIdentifier
    private String id;

    private List<String> titles;

    Shelf() {}

    record PutBook(@TargetAggregateIdentifier String shelfId, String title) {}

    record BookPut(String shelfId, String title) {}

    /** One shelf; {@code version} is the last sequence folded. */
    record ShelfRow(String shelfId, List<String> titles, long version) implements Row<BookPut, ShelfRow> {
        @Override
        public ShelfRow after(Fact<BookPut> fact) {
            var more = new ArrayList<>(titles);
            more.add(fact.body().title());
            return new ShelfRow(shelfId, more, fact.sequence());
        }
    }

    /** Shelves by id; a title may be one that the view cannot take. */
    static final class ShelfView implements View<BookPut, ShelfRow> {
        volatile String unbearable = "";

        @Override
        public String name() {
            return "shelves";
        }

        @Override
        public Class<ShelfRow> rowType() {
            return ShelfRow.class;
        }

        @Override
        public Class<BookPut> factType() {
            return BookPut.class;
        }

        @Override
        public java.util.Set<String> keys(Fact<BookPut> fact) {
            return java.util.Set.of(fact.body().shelfId());
        }

        @Override
        public ShelfRow empty(String key) {
            return new ShelfRow(key, List.of(), -1);
        }

        @Override
        public ShelfRow after(ShelfRow row, Fact<BookPut> fact) {
            if (fact.body().title().equals(unbearable)) {
                throw new IllegalStateException("unbearable");
            }
            return row.after(fact);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PutBook order) {
        apply(new BookPut(order.shelfId(), order.title()));
    }

    @EventSourcingHandler
    void on(BookPut event) {
        id = event.shelfId();
        titles = titles == null ? new ArrayList<>() : new ArrayList<>(titles);
        titles.add(event.title());
    }
}
