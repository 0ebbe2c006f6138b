package vn.hocvu.local.demo;

import org.jspecify.annotations.Nullable;

/** A figure that the school published about a year, right or not. */
record Figure(String figure, String classType, @Nullable String category, int classes, int learners) {
    static Figure of(CsvRow row) {
        return new Figure(
                row.text("figure"),
                row.text("classType"),
                row.optional("category"),
                row.number("classes"),
                row.number("learners"));
    }
}
