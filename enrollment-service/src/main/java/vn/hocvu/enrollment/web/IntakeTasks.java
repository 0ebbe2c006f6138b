package vn.hocvu.enrollment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.intakes.Intakes;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.TaskSource;

/** What waits for whoever fills classes: rolls to confirm, and classes that will miss their minimum in three weeks. */
@Component
class IntakeTasks implements TaskSource {
    private static final int AHEAD_DAYS = 21;

    private final Intakes intakes;
    private final Formats formats;
    private final MessageSource messages;

    IntakeTasks(Intakes intakes, Formats formats, MessageSource messages) {
        this.intakes = intakes;
        this.formats = formats;
        this.messages = messages;
    }

    @Override
    public List<Task> tasks(Actor actor) {
        if (!actor.roles().contains(Roles.CENTER_ADMIN) && !actor.roles().contains(Roles.ADMISSIONS_OFFICER)) {
            return List.of();
        }
        var today = formats.today();
        return intakes.open().stream()
                .filter(row -> concerns(actor.roles(), actor.organization(), row))
                .filter(row -> due(row, today))
                .map(row -> task(row, today))
                .toList();
    }

    private static boolean concerns(Set<String> roles, @Nullable String own, IntakeRow row) {
        return roles.contains(Roles.ADMISSIONS_OFFICER) || (own != null && own.equals(row.venueOwnerOrgId()));
    }

    private static boolean due(IntakeRow row, LocalDate today) {
        var deadline = row.deadline();
        if (deadline == null) {
            return false;
        }
        var over = deadline.isBefore(today);
        return over || (row.roll() < row.minLearners() && deadline.isBefore(today.plusDays(AHEAD_DAYS)));
    }

    private Task task(IntakeRow row, LocalDate today) {
        var over = String.valueOf(row.deadline()).compareTo(today.toString()) < 0;
        var missing = Math.max(0, row.minLearners() - row.roll());
        return new Task(
                messages.getMessage(
                        over ? "task.confirmRoll" : "task.missingLearners",
                        new Object[] {formats.number(missing)},
                        LocaleContextHolder.getLocale()),
                row.label(),
                "/intakes/" + row.classId(),
                row.deadline());
    }
}
