package vn.hocvu.platform.webkit.sample;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** The sample service keeps nothing, so it needs no event store and no database. */
public final class NoStores implements AutoConfigurationImportFilter {
    private static final List<String> STORES = List.of(
            "org.axonframework.",
            "vn.hocvu.platform.eventstore.",
            "vn.hocvu.platform.eventstream.",
            "vn.hocvu.platform.viewstore.",
            "org.springframework.boot.jdbc.",
            "org.springframework.boot.flyway.",
            "org.springframework.boot.transaction.");

    @Override
    public boolean[] match(String[] classes, AutoConfigurationMetadata metadata) {
        var wanted = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            var name = classes[i];
            wanted[i] = name == null || STORES.stream().noneMatch(name::startsWith);
        }
        return wanted;
    }
}
