package vn.hocvu.platform.webkit.bell;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.TaskSource;
import vn.hocvu.platform.webkit.TaskSource.Notice;
import vn.hocvu.platform.webkit.TaskSource.Task;

/** What the bell counts: what a person must do, and what the person may read and has not. */
public final class Bell {
    /** A bell that has nothing to say. */
    public static final Ring SILENT = new Ring(0, "", "/tasks");

    private final Supplier<List<TaskSource>> sources;
    private final ReadMarks marks;
    private final MessageSource messages;
    private final Formats formats;

    Bell(Supplier<List<TaskSource>> sources, ReadMarks marks, MessageSource messages, Formats formats) {
        this.sources = sources;
        this.marks = marks;
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * What the bell shows.
     *
     * @param count tasks and unread notices
     * @param words both numbers in words, in the language of the page
     * @param href  where to begin: the tasks if there are any
     */
    public record Ring(long count, String words, String href) {}

    /** A notice as one person sees it. */
    public record Line(Notice notice, boolean unread) {
        /** Code of the word that says it. */
        public String state() {
            return unread ? "UNREAD" : "READ";
        }
    }

    /** False in a service in which nothing can ever wait for anybody. */
    public boolean rings() {
        return !sources.get().isEmpty();
    }

    /** What waits for the person, the earliest deadline first. */
    public List<Task> tasks(Actor person) {
        return sources.get().stream()
                .flatMap(source -> source.tasks(person).stream())
                .sorted(Comparator.comparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** What the person may read, the latest first. */
    public List<Line> notices(Actor person) {
        var notices = sources.get().stream()
                .flatMap(source -> source.notices(person).stream())
                .sorted(Comparator.comparing(Bell::at).reversed())
                .toList();
        var read = notices.isEmpty() ? Map.<String, Instant>of() : marks.of(person);
        return notices.stream()
                .map(notice -> new Line(notice, at(notice).isAfter(read.getOrDefault(notice.link(), Instant.MIN))))
                .toList();
    }

    /** The bell of a person who is elsewhere. */
    public Ring ring(Actor person) {
        return ring(
                tasks(person).size(),
                notices(person).stream().filter(Line::unread).count());
    }

    /**
     * The bell on a page: whoever looks at an object has read the notices about it.
     *
     * @param path address of the page
     */
    public Ring ring(Actor person, String path) {
        var unread = notices(person).stream().filter(Line::unread).toList();
        var read = read(person, unread, line -> line.notice().link().equals(path));
        return ring(tasks(person).size(), unread.size() - read);
    }

    /** Notes that the person has read every notice. */
    public void readAll(Actor person) {
        read(person, notices(person), Line::unread);
    }

    private int read(Actor person, List<Line> lines, Predicate<Line> which) {
        var read = lines.stream().filter(which).map(Line::notice).toList();
        if (!read.isEmpty()) {
            var upTo = new HashMap<String, Instant>();
            read.forEach(notice -> upTo.merge(notice.link(), at(notice), (one, two) -> one.isAfter(two) ? one : two));
            marks.read(person, upTo);
        }
        return read.size();
    }

    /** No finer than a database keeps it, or what was read would come back unread. */
    private static Instant at(Notice notice) {
        return Instant.parse(notice.at()).truncatedTo(ChronoUnit.MILLIS);
    }

    private Ring ring(long tasks, long unread) {
        var words = messages.getMessage(
                "kit.bell",
                new Object[] {formats.number(tasks), formats.number(unread)},
                LocaleContextHolder.getLocale());
        return new Ring(tasks + unread, words, tasks == 0 && unread > 0 ? "/notices" : "/tasks");
    }
}
