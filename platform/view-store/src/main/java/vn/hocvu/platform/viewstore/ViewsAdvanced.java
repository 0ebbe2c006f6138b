package vn.hocvu.platform.viewstore;

import java.util.Set;

/** Told inside the process when rows have been written. */
public record ViewsAdvanced(Set<String> viewNames, Set<String> keys) {

    public ViewsAdvanced {
        viewNames = Set.copyOf(viewNames);
        keys = Set.copyOf(keys);
    }
}
