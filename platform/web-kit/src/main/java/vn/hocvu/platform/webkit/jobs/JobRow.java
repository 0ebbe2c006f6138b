package vn.hocvu.platform.webkit.jobs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a job.
 *
 * @param number   row number as the person sees it in the sheet
 * @param status   how it went
 * @param cells    the row's values by column name, as read
 * @param messages what is wrong or remarkable, cell by cell
 * @param result   what was made of it, for example an id; absent before it was
 */
public record JobRow(
        int number,
        Status status,
        Map<String, String> cells,
        List<CellMessage> messages,
        @Nullable String result) {
    public JobRow {
        cells = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(cells));
        messages = List.copyOf(messages);
    }

    public static JobRow ok(int number, Map<String, String> cells, @Nullable String result) {
        return new JobRow(number, Status.OK, cells, List.of(), result);
    }

    public static JobRow error(int number, Map<String, String> cells, List<CellMessage> messages) {
        return new JobRow(number, Status.ERROR, cells, messages, null);
    }

    public static JobRow warning(
            int number, Map<String, String> cells, List<CellMessage> messages, @Nullable String result) {
        return new JobRow(number, Status.WARNING, cells, messages, result);
    }

    /** How a row went. */
    public enum Status {
        OK,
        WARNING,
        ERROR
    }

    /**
     * A remark about one cell.
     *
     * @param column     name of the column, empty if it is about the whole row
     * @param messageKey key of the sentence
     * @param args       values named in it
     */
    public record CellMessage(String column, String messageKey, List<String> args) {
        public CellMessage {
            args = List.copyOf(args);
        }

        public static CellMessage of(String column, String messageKey, Object... args) {
            return new CellMessage(
                    column,
                    messageKey,
                    java.util.Arrays.stream(args).map(String::valueOf).toList());
        }
    }
}
