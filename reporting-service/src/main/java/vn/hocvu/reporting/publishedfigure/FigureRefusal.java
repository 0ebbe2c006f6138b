package vn.hocvu.reporting.publishedfigure;

import java.time.LocalDate;
import java.util.Map;

/** Why a published figure is not recorded; the simple name of the type is the refusal's stable name. */
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

    /** A published figure rests on a paper with number and issuer. */
    public static final class DocumentMissing extends FigureRefusal {
        public DocumentMissing() {
            super("the paper's number and issuer must be given", Map.of());
        }
    }

    /** A figure cannot speak for a day that has not come. */
    public static final class AsOfInFuture extends FigureRefusal {
        public AsOfInFuture(LocalDate asOf, LocalDate today) {
            super("a figure as of " + asOf + " cannot be published on " + today, Map.of("asOf", asOf, "today", today));
        }
    }

    /** No derived figure has this name, so there is nothing to compare. */
    public static final class UnknownFigure extends FigureRefusal {
        public UnknownFigure(String figure) {
            super("no figure is called " + figure, Map.of("figure", figure));
        }
    }

    /** The scope names something that does not exist. */
    public static final class ScopeInvalid extends FigureRefusal {
        public ScopeInvalid(String scope) {
            super("no scope is called " + scope, Map.of("scope", scope));
        }
    }
}
