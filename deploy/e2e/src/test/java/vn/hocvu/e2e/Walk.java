package vn.hocvu.e2e;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** A walk through the pages of a service that somebody can reach by following links, one of each kind. */
final class Walk {

    /** Files, other services, and the same page in another language or theme are no pages of their own. */
    private static final String LINKS = """
            [...document.querySelectorAll('a[href]:not([download]):not([data-set-theme]):not([hreflang])')]
                .map(a => a.href.split('#')[0])
                .filter(link => link.startsWith(location.origin) && !/format=|-template|\\.xlsx/.test(link))
            """;

    private final Person person;
    private final String start;
    private final Set<String> kinds;

    /**
     * @param person browses in English, which has to be asked for
     * @param kinds pages that need no second look; the walk adds its own
     */
    Walk(Person person, String start, Set<String> kinds) {
        this.person = person;
        this.start = start;
        this.kinds = kinds;
    }

    /** Faults of all pages on the way. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(start));
        person.open(start + "?lang=en");
        while (!ahead.isEmpty()) {
            person.page().navigate(ahead.remove());
            faults.addAll(person.allFaults());
            for (String link : links()) {
                if (kinds.add(kind(link))) {
                    ahead.add(link);
                }
            }
        }
        return faults;
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        return (List<String>) person.page().evaluate(LINKS);
    }

    /** The address without what differs from one object to the next. */
    private static String kind(String link) {
        URI address = URI.create(link);
        return address.getPort()
                + address.getPath().replaceAll("/[^/]*\\d[^/]*", "/_")
                + (address.getQuery() == null ? "" : "?");
    }
}
