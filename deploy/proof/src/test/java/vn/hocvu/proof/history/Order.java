package vn.hocvu.proof.history;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Set;
import vn.hocvu.proof.system.Service;

/**
 * One command of a client.
 *
 * @param commandId id under which the service keeps it, derived from person, address and key
 * @param service   who decides
 * @param aggregate what it is about; for a thing that does not exist yet, whatever names it
 * @param intent    what is asked, in a word
 * @param effects   kinds of events of which exactly one says that it was done
 */
public record Order(String commandId, Service service, String aggregate, String intent, Set<String> effects) {
    public Order {
        effects = Set.copyOf(effects);
    }

    /** The id that a service derives from a request, by the rule that its documentation promises. */
    public static String idOf(String person, String method, String path, String key) {
        return UuidCreator.getNameBasedSha1(person + '\n' + method + ' ' + path + '\n' + key)
                .toString();
    }
}
