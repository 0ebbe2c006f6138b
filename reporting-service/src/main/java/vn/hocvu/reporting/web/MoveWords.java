package vn.hocvu.reporting.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.TimelineEntry;
import vn.hocvu.reporting.views.figures.planhistory.PlanMove;

/** What happened to a plan, in words: what, who, why, and who agreed. */
@Component
class MoveWords {
    private final Words words;
    private final StandWords stands;
    private final Register register;

    MoveWords(Words words, StandWords stands, Register register) {
        this.words = words;
        this.stands = stands;
        this.register = register;
    }

    /** "Điều chỉnh kế hoạch: 2020-02 (2020-A01, tăng chỉ tiêu)". */
    String sentence(PlanMove move) {
        var kind = words.known("event." + move.kind());
        var sentence = new StringBuilder(kind == null ? move.kind() : kind);
        if (move.itemId() != null) {
            sentence.append(": ").append(move.itemId());
        }
        if (move.amendmentId() != null) {
            sentence.append(" (").append(move.amendmentId());
            if (move.amendmentKind() != null) {
                sentence.append(", ").append(words.code("amendmentKind", move.amendmentKind()));
            }
            sentence.append(')');
        }
        return sentence.toString();
    }

    /** Who did it, in which role and for which body. */
    String who(PlanMove move) {
        var parts = new ArrayList<String>();
        if (move.actor() != null) {
            parts.add(move.actor().startsWith("When") ? words.text("kit.policy") : move.actor());
        }
        if (move.role() != null) {
            parts.add(role(move.role()));
        }
        if (move.organization() != null) {
            parts.add(register.name(Register.ORGANIZATIONS, move.organization()));
        }
        return parts.isEmpty() ? "–" : String.join(", ", parts);
    }

    String role(String code) {
        var name = words.known("role." + code);
        return name == null ? code : name;
    }

    @Nullable
    String reason(PlanMove move) {
        var code = move.reasonCode();
        if (code == null) {
            return move.reasonText();
        }
        var known = words.known((move.amendmentId() == null ? "unfulfilledReason." : "amendmentReason.") + code);
        return (known == null ? code : known) + (move.reasonText() == null ? "" : ": " + move.reasonText());
    }

    /** Everybody who agreed, in order. */
    String approvers(PlanMove move) {
        return move.approvedBy().isEmpty() ? "–" : String.join(", ", move.approvedBy());
    }

    TimelineEntry entry(PlanMove move) {
        return TimelineEntry.of(
                        move.kind(), sentence(move), move.actor(), move.at().recordedAt())
                .as(move.role(), move.organization())
                .effective(move.at().effectiveOn())
                .because(withApprovers(move))
                .under(move.at().document())
                .changing(
                        move.before() == null && move.after() == null
                                ? List.of()
                                : stands.between(move.before(), move.after()));
    }

    private @Nullable String withApprovers(PlanMove move) {
        var reason = reason(move);
        if (move.approvedBy().isEmpty()) {
            return reason;
        }
        var agreed = words.text("stand.agreed", approvers(move));
        return reason == null ? agreed : reason + ". " + agreed;
    }
}
