package vn.hocvu.classes.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.hocvu.classes.trainingclass.Phase;
import vn.hocvu.classes.views.classes.ClassRow;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Step;

/** The life cycle of one class as a line of stations. */
@Component
class StepLine {
    private static final List<Phase> WAY =
            List.of(Phase.PROPOSED, Phase.RECRUITING, Phase.READY, Phase.OPENED, Phase.TAUGHT);

    private final MessageSource messages;
    private final Formats formats;

    StepLine(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    List<Step> of(ClassRow row) {
        int reached = reached(row);
        boolean brokeOff = row.phase() == Phase.CANCELLED || row.phase() == Phase.TERMINATED;
        var steps = new ArrayList<Step>();
        for (int n = 0; n < WAY.size(); n++) {
            var phase = WAY.get(n);
            if (brokeOff && n > reached) {
                break;
            }
            var state = n < reached || row.phase().hasEnded() ? "done" : n == reached ? "current" : "next";
            var shown = n == reached && row.phase() != phase && !row.phase().hasEnded() ? row.phase() : phase;
            steps.add(step(shown, state, when(row, phase)));
        }
        steps.add(last(row, brokeOff));
        return steps;
    }

    private Step last(ClassRow row, boolean brokeOff) {
        var ending = row.ending();
        if (ending != null) {
            return step(row.phase(), brokeOff ? "failed" : "done", ending.on());
        }
        return step(row.proposed().classType().isShortCourse() ? Phase.CLOSED : Phase.GRADUATED, "next", null);
    }

    private static int reached(ClassRow row) {
        return switch (row.phase()) {
            case PROPOSED -> 0;
            case RECRUITING -> 1;
            case READY -> 2;
            case OPENED, IN_PROGRESS, SUSPENDED, TERMINATED -> 3;
            case TAUGHT, GRADUATED, CLOSED -> 4;
            case CANCELLED -> row.recruiting().deadline() == null ? 0 : 1;
        };
    }

    private static @Nullable LocalDate when(ClassRow row, Phase phase) {
        return switch (phase) {
            case PROPOSED -> row.proposed().effectiveOn();
            case RECRUITING -> row.recruiting().deadline();
            case OPENED -> row.startOn();
            case TAUGHT -> row.teaching().taughtOn();
            default -> null;
        };
    }

    private Step step(Phase phase, String state, @Nullable LocalDate day) {
        var label = messages.getMessage("classStatus." + phase, null, LocaleContextHolder.getLocale());
        return new Step(label, state, day == null ? null : formats.date(day));
    }
}
