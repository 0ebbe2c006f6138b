package vn.hocvu.platform.viewstore;

import java.util.List;

/**
 * One page of rows.
 *
 * @param total rows that match, on all pages
 * @param page  from 0
 */
public record PageOf<R>(List<R> rows, long total, int page, int size) {

    public PageOf {
        rows = List.copyOf(rows);
    }
}
