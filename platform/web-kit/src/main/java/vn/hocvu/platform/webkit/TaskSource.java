package vn.hocvu.platform.webkit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstore.Actor;

/**
 * Tells what waits for a person and what the person may want to know; a service contributes as many as it likes. Asked on
 * every page and, for pages that stay open, outside of any request.
 */
@FunctionalInterface
public interface TaskSource {
    /** What this person must do, within the person's rights. */
    List<Task> tasks(Actor actor);

    /** What this person may read: other people's doings, the latest about each object. */
    default List<Notice> notices(Actor actor) {
        return List.of();
    }

    /**
     * Something that waits for a decision or an entry.
     *
     * @param title what to do, in the language of the page
     * @param about which object it is about
     * @param link  address of the page where it is done
     * @param due   last day, absent if there is none
     */
    record Task(
            String title,
            String about,
            String link,
            @Nullable LocalDate due) {}

    /**
     * Something that happened.
     *
     * @param text one sentence, in the language of the page
     * @param link address of the object's page; whoever opens it has read the notice
     * @param at   ISO instant at which it was recorded
     */
    record Notice(String text, String link, String at) {}
}
