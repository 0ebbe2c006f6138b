package vn.hocvu.platform.webkit;

import java.util.List;
import java.util.Map;

/** One block of the operations page; services and platform modules contribute what they can show and cure. */
public interface OperationsPanel {
    /** Short name; title is message {@code operations.<name>}, column heads {@code operations.<name>.<column>}. */
    String name();

    /** Names of the columns, in order. */
    List<String> columns();

    /** What to show now. */
    List<Line> lines();

    /**
     * Does what the button of a line says; the reason typed by the operator is kept with it.
     *
     * @throws NotFound if no line has such a button, as in a panel that only shows
     */
    default void act(String action, String key, String reason) {
        throw new NotFound("action " + action);
    }

    /** Place among the other panels, smallest first. */
    default int order() {
        return 100;
    }

    /**
     * One line.
     *
     * @param key     what an action on this line applies to
     * @param cells   text by column name
     * @param tone    {@code ok}, {@code warning}, {@code error} or {@code plain}
     * @param actions names of the actions offered; labels are messages {@code operations.action.<name>}
     */
    record Line(String key, Map<String, String> cells, String tone, List<String> actions) {}
}
