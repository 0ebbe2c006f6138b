package vn.hocvu.reporting.web;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.DocumentRef;
import vn.hocvu.reporting.publishedfigure.FigureScope;

/** Words, names and figures in the language of the page. */
@Component
class Words {
    private final MessageSource messages;
    private final Register register;
    private final Formats formats;

    Words(MessageSource messages, Register register, Formats formats) {
        this.messages = messages;
        this.register = register;
        this.formats = formats;
    }

    String text(String key, Object... args) {
        var texts = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = args[i] instanceof Number n ? formats.number(n) : String.valueOf(args[i]);
        }
        return messages.getMessage(key, texts, LocaleContextHolder.getLocale());
    }

    /** The message, or nothing if there is none of that key. */
    @Nullable
    String known(String key, Object... args) {
        return messages.getMessage(key, args, null, LocaleContextHolder.getLocale());
    }

    String code(String prefix, @Nullable String code) {
        return code == null || code.isEmpty() ? "–" : text(prefix + "." + code);
    }

    String organization(@Nullable String id) {
        return id == null ? "–" : register.name(Register.ORGANIZATIONS, id);
    }

    String venue(@Nullable String id) {
        return id == null ? "–" : register.name(Register.VENUES, id);
    }

    String number(int number) {
        return formats.number(number);
    }

    String signed(int number) {
        return formats.signed(number);
    }

    String date(Object day) {
        return formats.date(day);
    }

    String percent(int part, int whole) {
        return formats.percent(part, whole);
    }

    /** "25 lớp, 2.133 học viên". */
    String count(Count count) {
        return text("count.both", count.classes(), count.learners());
    }

    String scope(FigureScope scope) {
        return scope.parts().isEmpty()
                ? text("scope.all")
                : scope.parts().entrySet().stream()
                        .map(part -> scopePart(part.getKey(), part.getValue()))
                        .collect(Collectors.joining(" · "));
    }

    private String scopePart(String dimension, String value) {
        return switch (dimension) {
            case "fundingOrgId", "requesterOrgId" -> organization(value);
            case "venueId" -> venue(value);
            default -> code(dimension, value);
        };
    }

    @Nullable
    String document(@Nullable DocumentRef paper) {
        return paper == null
                ? null
                : code("documentType", paper.type().name()) + " " + paper.number() + ", " + date(paper.date()) + ", "
                        + paper.issuer();
    }
}
