package vn.hocvu.proof.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hocvu.proof.history.Told.Answer;

/** Everything that clients asked and were told, in the order of the answers; kept in a file too when there is one. */
public final class History {
    private final List<Told> lines = new ArrayList<>();
    private final @Nullable Path file;

    public History() {
        this.file = null;
    }

    /** A history that is also written to a file, line by line, so that a failure can be studied. */
    public History(Path file) {
        this.file = file;
    }

    /** Notes one answer. */
    public synchronized void note(Told told) {
        lines.add(told);
        if (file == null) return;
        var order = told.order();
        try {
            Files.writeString(
                    file,
                    "%s %s %s %s %s %s %d %s%n"
                            .formatted(
                                    told.invoked(),
                                    told.answered(),
                                    order.commandId(),
                                    order.aggregate(),
                                    order.intent(),
                                    told.answer(),
                                    told.version(),
                                    told.detail()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized List<Told> lines() {
        return List.copyOf(lines);
    }

    public synchronized int size() {
        return lines.size();
    }

    /** Every order with all it was told. */
    public Map<String, List<Told>> byCommand() {
        var orders = new LinkedHashMap<String, List<Told>>();
        for (var line : lines()) {
            orders.computeIfAbsent(line.order().commandId(), id -> new ArrayList<>())
                    .add(line);
        }
        return orders;
    }

    /** What is known of an order in the end: done if it ever was, refused if it was and never done, else unknown. */
    public static Answer outcome(List<Told> told) {
        if (told.stream().anyMatch(one -> one.answer() == Answer.OK)) return Answer.OK;
        return told.stream().anyMatch(one -> one.answer() == Answer.REFUSED) ? Answer.REFUSED : Answer.UNKNOWN;
    }

    /** How many answers of that kind there were. */
    public long count(Answer answer) {
        return lines().stream().filter(line -> line.answer() == answer).count();
    }
}
