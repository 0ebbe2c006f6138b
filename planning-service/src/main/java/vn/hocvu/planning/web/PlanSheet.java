package vn.hocvu.planning.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.Category;
import vn.hocvu.planning.trainingplan.ClassType;
import vn.hocvu.planning.trainingplan.FundingSource;
import vn.hocvu.planning.trainingplan.StudyMode;
import vn.hocvu.planning.trainingplan.VenueType;
import vn.hocvu.platform.viewstore.FoldedText;
import vn.hocvu.platform.webkit.Entry;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;
import vn.hocvu.platform.webkit.sheets.SheetRow;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** The sheet in which a plan is written down: its columns, its template, and the codes behind its words. */
@Component
class PlanSheet {
    /** The constants whose words the sheet knows, by message family. */
    private static final Map<String, Enum<?>[]> FAMILIES = Map.of(
            "classType", ClassType.values(),
            "category", Category.values(),
            "studyMode", StudyMode.values(),
            "fundingSource", FundingSource.values(),
            "venueType", VenueType.values());

    private final Sheets sheets;
    private final Register register;
    private final MessageSource messages;

    PlanSheet(Sheets sheets, Register register, MessageSource messages) {
        this.sheets = sheets;
        this.register = register;
        this.messages = messages;
    }

    List<SheetColumn> columns() {
        return List.of(
                choice("classType").wide(30).must(),
                choice("category").wide(22),
                choice("studyMode").wide(18).must(),
                choice("fundingSource").wide(24).must(),
                listed("fundingOrgId", Register.ORGANIZATIONS),
                listed("requesterOrgId", Register.ORGANIZATIONS),
                choice("venueType").wide(20).must(),
                listed("venueId", Register.VENUES),
                number("quotaClasses").must(),
                number("quotaLearners"),
                number("learnersPerClass"),
                SheetColumn.text("plannedFrom", header("plannedFrom")).wide(16),
                SheetColumn.text("plannedUntil", header("plannedUntil")).wide(16),
                SheetColumn.text("awaits", header("awaits")).wide(30));
    }

    List<SheetRow> read(byte[] file) {
        return sheets.read(file, columns());
    }

    /** An empty sheet with one example row and the rules on a second tab. */
    byte[] template() {
        var example = Arrays.asList(
                word("classType", ClassType.TC_LLCT),
                word("category", Category.THEORY),
                word("studyMode", StudyMode.PART_TIME),
                word("fundingSource", FundingSource.CITY_BUDGET),
                "",
                "",
                word("venueType", VenueType.SCHOOL),
                "",
                1,
                80,
                null,
                "",
                "",
                "");
        var rules = new ArrayList<String>();
        for (int rule = 1; rule <= 8; rule++) {
            rules.add(text("plan.import.rule." + rule));
        }
        return sheets.write(NewSheet.of(text("plan.import.tab"), columns(), List.of(example))
                .withNotes(rules));
    }

    /** The constant behind a word of the sheet, or behind its own code; absent if there is none. */
    <E extends Enum<E>> @Nullable E code(String family, Class<E> type, @Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var folded = FoldedText.fold(typed);
        for (var constant : type.getEnumConstants()) {
            if (folded.equals(FoldedText.fold(word(family, constant)))
                    || folded.equals(FoldedText.fold(constant.name()))) {
                return constant;
            }
        }
        return null;
    }

    /** The ids behind the names of the register. */
    Map<String, String> ids(String kind) {
        var ids = new HashMap<String, String>();
        for (var entry : register.all(kind)) {
            ids.put(FoldedText.fold(entry.id()), entry.id());
            ids.putIfAbsent(FoldedText.fold(entry.name()), entry.id());
        }
        return ids;
    }

    String header(String column) {
        return text("plan.item." + column);
    }

    private SheetColumn choice(String family) {
        var words = Arrays.stream(constants(family)).map(c -> word(family, c)).toList();
        return SheetColumn.text(family, header(family)).oneOf(words);
    }

    private static Enum<?>[] constants(String family) {
        return FAMILIES.getOrDefault(family, new Enum<?>[0]);
    }

    private SheetColumn listed(String column, String kind) {
        return SheetColumn.text(column, header(column))
                .wide(30)
                .oneOf(register.all(kind).stream().map(Entry::name).distinct().toList());
    }

    private SheetColumn number(String column) {
        return SheetColumn.number(column, header(column)).wide(14);
    }

    private String word(String family, Enum<?> constant) {
        return text(family + "." + constant.name());
    }

    /** Plans are written in Vietnamese, whatever language the page is in. */
    private String text(String key) {
        return messages.getMessage(key, null, Formats.VIETNAMESE);
    }
}
