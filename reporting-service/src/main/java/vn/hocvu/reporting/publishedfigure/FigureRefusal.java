package vn.hocvu.reporting.publishedfigure;

import java.time.LocalDate;
import java.util.Map;

/** Why a figure is not kept; the simple name of the type is the refusal's stable name. */
public abstract sealed class FigureRefusal extends RuntimeException {
    private final transient Map<String, Object> values;

    private FigureRefusal(String sentence, Map<String, Object> values) {
        super(sentence);
        this.values = Map.copyOf(values);
    }

    /** The values the sentence names. */
    public Map<String, Object> values() {
        return values;
    }

    /** A value cannot be what it says. */
    public static final class Malformed extends FigureRefusal {
        public Malformed(String field, String expected, Object was) {
            super(field + " must be " + expected + ", was " + was, Map.of("field", field, "value", was.toString()));
        }
    }

    /** A published figure rests on the paper that states it. */
    public static final class DocumentMissing extends FigureRefusal {
        public DocumentMissing() {
            super("the document must be named", Map.of("field", "document"));
        }
    }

    /** Nobody can publish a figure about days to come. */
    public static final class AsOfInFuture extends FigureRefusal {
        public AsOfInFuture(LocalDate asOf, LocalDate today) {
            super("the figure speaks of " + asOf + ", today is " + today, Map.of("asOf", asOf, "today", today));
        }
    }

    /** There is no figure of that name. */
    public static final class UnknownFigure extends FigureRefusal {
        public UnknownFigure(String figure) {
            super("there is no figure called " + figure, Map.of("figure", figure));
        }
    }

    /** A dimension has no such value. */
    public static final class ScopeInvalid extends FigureRefusal {
        public ScopeInvalid(String dimension, String value) {
            super(dimension + " cannot be " + value, Map.of("dimension", dimension, "value", value));
        }
    }
}
