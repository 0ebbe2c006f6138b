package vn.hocvu.platform.webkit.papers;

import java.util.List;

/** A table whose head is repeated on every page. */
public record PaperTable(List<Column> columns, List<Row> rows) {
    public PaperTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Width of a column in hundredths of the table. */
    public int percent(int column) {
        int all = columns.stream().mapToInt(Column::weight).sum();
        return Math.max(1, Math.round(100f * columns.get(column).weight() / all));
    }

    /** Width of a column when the table is so wide, in the same unit. */
    public int width(int column, int table) {
        int all = columns.stream().mapToInt(Column::weight).sum();
        return table * columns.get(column).weight() / all;
    }

    /** How a row stands out. */
    public enum Weight {
        PLAIN,
        SUM
    }

    /**
     * One column.
     *
     * @param weight width in proportion to the other columns
     * @param number true if its values are numbers, set to the right
     */
    public record Column(String head, int weight, boolean number) {
        public static Column text(String head, int weight) {
            return new Column(head, weight, false);
        }

        public static Column number(String head, int weight) {
            return new Column(head, weight, true);
        }
    }

    /**
     * One row.
     *
     * @param span columns that the first cell stretches over
     */
    public record Row(Weight weight, int span, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(List<String> cells) {
            return new Row(Weight.PLAIN, 1, cells);
        }

        /** A sub-total or total, whose label stretches over the first columns. */
        public static Row sum(int span, List<String> cells) {
            return new Row(Weight.SUM, span, cells);
        }

        public boolean isSum() {
            return weight == Weight.SUM;
        }

        /** The column in which a cell stands. */
        public int column(int cell) {
            return cell == 0 ? 0 : cell + span - 1;
        }
    }
}
