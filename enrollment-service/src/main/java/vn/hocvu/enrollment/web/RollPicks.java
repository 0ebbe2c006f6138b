package vn.hocvu.enrollment.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.bulk.Bulk;
import vn.hocvu.platform.webkit.bulk.Pick;

/** The places and waits of one class that can be chosen for one act, with the names that the person may see. */
@Component
class RollPicks {
    private static final String WAITING = "waiting-";

    private final Rolls rolls;
    private final MessageSource messages;
    private final Formats formats;

    RollPicks(Rolls rolls, MessageSource messages, Formats formats) {
        this.rolls = rolls;
        this.messages = messages;
        this.formats = formats;
    }

    /** The check-box of a wait. */
    static Pick ofWait(IntakeRow intake, String learnerId) {
        return new Pick(WAITING + learnerId, intake.version());
    }

    /** Who waits comes first: otherwise a seat given free would go to somebody who is about to leave. */
    static List<Pick> inOrder(List<Pick> picks) {
        return picks.stream()
                .sorted(Comparator.comparing(pick -> !pick.key().startsWith(WAITING)))
                .toList();
    }

    Chosen of(IntakeRow intake, String purpose) {
        var rows = new LinkedHashMap<String, Row>();
        var names = new LinkedHashMap<String, String>();
        rolls.names(intake.waiting(), purpose).forEach((id, person) -> names.put(id, person.fullName()));
        intake.waiting()
                .forEach(id -> rows.put(
                        WAITING + id,
                        new Row(
                                new LearnerId(id),
                                named(names, id),
                                text("leaving.bulk.wait", intake.waiting().indexOf(id) + 1),
                                true)));
        rolls.byName(intake, purpose).forEach(line -> {
            var place = line.place();
            var id = Objects.requireNonNull(place.learnerId());
            names.putIfAbsent(id, line.person() == null ? Timelines.shortened(id) : line.label());
            rows.put(
                    place.enrollmentId(),
                    new Row(
                            new LearnerId(id),
                            named(names, id),
                            place.active() ? text("leaving.bulk.seat", place.seat()) : text("leaving.bulk.gone"),
                            place.active()));
        });
        return new Chosen(intake, rows, names);
    }

    private static String named(Map<String, String> names, String learnerId) {
        var name = names.get(learnerId);
        return name == null ? Timelines.shortened(learnerId) : name;
    }

    private String text(String key, Object... args) {
        var words = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = formats.number(args[i]);
        }
        return messages.getMessage(key, words, LocaleContextHolder.getLocale());
    }

    /**
     * A place or a wait.
     *
     * @param what what will happen to it
     * @param open true while it lasts
     */
    private record Row(LearnerId learner, String label, String what, boolean open) {}

    /** What was chosen, as it stands now. */
    final class Chosen {
        private final IntakeRow intake;
        private final Map<String, Row> rows;
        private final Map<String, String> names;

        private Chosen(IntakeRow intake, Map<String, Row> rows, Map<String, String> names) {
            this.intake = intake;
            this.rows = rows;
            this.names = names;
        }

        /** Every place and wait that lasts. */
        List<Pick> open() {
            return rows.entrySet().stream()
                    .filter(row -> row.getValue().open())
                    .map(row -> new Pick(row.getKey(), intake.version()))
                    .toList();
        }

        boolean asShown(Pick pick) {
            return row(pick).open();
        }

        LearnerId learner(Pick pick) {
            return row(pick).learner();
        }

        Bulk.Line line(Pick pick) {
            var row = row(pick);
            return new Bulk.Line(row.label(), "/learners/" + row.learner().value(), row.what());
        }

        private Row row(Pick pick) {
            var row = rows.get(pick.key());
            if (row != null) {
                return row;
            }
            if (!pick.key().startsWith(WAITING)) {
                throw new NotFound("place " + pick.key() + " of " + intake.classId());
            }
            var gone = pick.key().substring(WAITING.length());
            return new Row(new LearnerId(gone), named(names, gone), text("leaving.bulk.gone"), false);
        }
    }
}
