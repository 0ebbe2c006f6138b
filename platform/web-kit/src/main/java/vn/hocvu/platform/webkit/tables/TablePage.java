package vn.hocvu.platform.webkit.tables;

import java.util.List;
import java.util.TreeSet;

/**
 * One page of a list with what its caption and pager say.
 *
 * @param query what was asked
 * @param total rows that match, over all pages
 */
public record TablePage(TableQuery query, long total) {
    public int pages() {
        return (int) Math.max(1, (total + query.size() - 1) / query.size());
    }

    public int page() {
        return query.page();
    }

    public boolean first() {
        return query.page() <= 1;
    }

    public boolean last() {
        return query.page() >= pages();
    }

    /** Number of the first row on this page, from 1; 0 if there is none. */
    public long from() {
        return total == 0 ? 0 : Math.min(query.offset() + 1L, total);
    }

    public long to() {
        return Math.min(total, (long) query.offset() + query.size());
    }

    public boolean empty() {
        return total == 0;
    }

    /** Page numbers worth a link: the ends and those around this page; 0 stands for a gap. */
    public List<Integer> numbers() {
        var shown = new TreeSet<Integer>();
        shown.add(1);
        shown.add(pages());
        for (int n = query.page() - 1; n <= query.page() + 1; n++) {
            if (n >= 1 && n <= pages()) {
                shown.add(n);
            }
        }
        var numbers = new java.util.ArrayList<Integer>();
        int before = 0;
        for (int n : shown) {
            if (n - before > 1) {
                numbers.add(0);
            }
            numbers.add(n);
            before = n;
        }
        return numbers;
    }
}
