package vn.hocvu.planning.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.trainingplan.PlannedPeriod;
import vn.hocvu.planning.trainingplan.Quota;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;

/** Says values in the language of the page. */
@Component
class Words {
    private static final String NONE = "–";

    private final MessageSource messages;
    private final Formats formats;
    private final Register register;

    Words(MessageSource messages, Formats formats, Register register) {
        this.messages = messages;
        this.formats = formats;
        this.register = register;
    }

    String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    String number(@Nullable Object number) {
        return formats.number(number);
    }

    /** With its sign, "+2" or "−1". */
    String signed(Number number) {
        return formats.signed(number);
    }

    String date(@Nullable Object date) {
        return formats.date(date);
    }

    /** The word for a constant, message {@code <family>.<CODE>}. */
    String code(String family, Object constant) {
        return text(family + "." + constant);
    }

    String organization(@Nullable Object id) {
        return id == null ? NONE : register.name(Register.ORGANIZATIONS, id.toString());
    }

    String venue(@Nullable Object id) {
        return id == null ? text("plan.item.venue.open") : register.name(Register.VENUES, id.toString());
    }

    /** What stands in the third column of the grid. */
    String place(PlanGrid.Place place, String code) {
        return switch (place) {
            case VENUE_TYPE -> code("venueType", code);
            case VENUE -> venue(code.equals(PlanGrid.OPEN) ? null : code);
            case PAYER, REQUESTER ->
                code.equals(PlanGrid.OPEN) ? text("plan.grid.nobody") : register.name(Register.ORGANIZATIONS, code);
        };
    }

    /** "Quyết định số 05-QĐ/TU ngày 26/12/2019, Ban Tổ chức Thành ủy". */
    @Nullable
    String document(@Nullable DocumentRef document) {
        return document == null
                ? null
                : text(
                        "document.line",
                        code("documentType", document.type()),
                        document.number(),
                        date(document.date()),
                        document.issuer());
    }

    /** "từ 01/03/2021 đến 30/06/2021". */
    String period(@Nullable PlannedPeriod period) {
        return period == null
                ? text("plan.item.period.any")
                : text("plan.item.period.line", date(period.from()), date(period.until()));
    }

    String learners(Quota quota) {
        return quota.isAmbiguous()
                ? text("plan.item.ambiguous.value", number(quota.ambiguousValue()))
                : number(quota.learners());
    }

    String terms(PlanItemTerms terms) {
        return text(
                "plan.item.line",
                code("classType", terms.classType()),
                number(terms.quota().classes()),
                learners(terms.quota()),
                code("fundingSource", terms.funding().source()),
                terms.venue().venueId() == null
                        ? code("venueType", terms.venue().type())
                        : venue(terms.venue().venueId()));
    }
}
