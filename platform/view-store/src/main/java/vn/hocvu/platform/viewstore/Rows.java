package vn.hocvu.platform.viewstore;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of one view, always from the generation that serves. */
public interface Rows<R> {

    Optional<R> find(String key);

    Map<String, R> find(Collection<String> keys);

    List<R> all();

    PageOf<R> page(RowQuery query);

    long count(RowQuery query);
}
