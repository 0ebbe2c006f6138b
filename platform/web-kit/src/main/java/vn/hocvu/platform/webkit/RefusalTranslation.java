package vn.hocvu.platform.webkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a service's refusals into what callers are told; one bean per service, one exhaustive switch per family. */
@FunctionalInterface
public interface RefusalTranslation {
    /** What to answer, or nothing if the throwable is no refusal of this service. */
    @Nullable
    Refused of(Throwable thrown);

    /**
     * The answer to a refused order.
     *
     * @param code   stable name of the refusal, for example {@code ClassFull}; the sentence is message
     *               {@code refusal.ClassFull}
     * @param status HTTP status, 409 unless the refusal means something more special
     * @param values values the sentence names, by name: {@code {seats}}
     */
    record Refused(String code, int status, Map<String, Object> values) {
        public Refused {
            values = Map.copyOf(values);
        }
    }
}
