package vn.hocvu.classes.web;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.hocvu.classes.views.classes.ClassRow;
import vn.hocvu.classes.views.classes.ClassTask;
import vn.hocvu.classes.views.classes.Classes;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.TaskSource;

/** What classes wait for, as tasks of those who can do it (W8 among them). */
@Component
class ClassTasks implements TaskSource {
    private final Classes classes;
    private final ClassScope scope;
    private final MessageSource messages;

    ClassTasks(Classes classes, ClassScope scope, MessageSource messages) {
        this.classes = classes;
        this.scope = scope;
        this.messages = messages;
    }

    @Override
    public List<Task> tasks(Actor actor) {
        return classes.waitingFor(actor.roles(), scope.within(actor)).stream()
                .flatMap(row -> row.task() == null ? null : java.util.stream.Stream.of(task(row, row.task())))
                .toList();
    }

    private Task task(ClassRow row, ClassTask task) {
        var p = row.proposed();
        var decision = task == ClassTask.OPEN || task == ClassTask.GRADUATE || task == ClassTask.CLOSE;
        return new Task(
                messages.getMessage("task." + task, null, LocaleContextHolder.getLocale()),
                p.classCode().value(),
                (decision ? "/decisions/" : "/classes/") + row.classId(),
                row.phase().wasOpened() ? null : row.recruiting().deadline());
    }
}
