package vn.hocvu.bench.measure;

import java.util.List;

/**
 * What one measurement came to.
 *
 * @param name     the word after {@code ./hocvu bench}
 * @param title    what was measured, in words
 * @param settings sizes, seed and whatever else the figures depend on, a record
 * @param notes    what a reader must know to judge the figures
 */
public record Result(String name, String title, Object settings, List<Figure> figures, List<String> notes) {

    public Result {
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
    }
}
