package vn.hocvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page that somebody can reach is fit to be seen: in English, in the dark, and on the narrowest window. */
@Order(3)
@ExtendWith(Stage.Setting.class)
class EveryPageStory {

    private static final Set<String> SEEN = new HashSet<>();

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "planning_officer, planning",
        "planning_officer, classes",
        "school_board, classes",
        "city_org_board, planning",
        "admissions_officer, enrollment",
        "leadership_viewer, reporting",
        "auditor, reporting",
        "sys_admin, planning"
    })
    void everyPageIsFitToBeSeen(String account, String service, Stage stage) {
        String start = stage.system().service(service, account.equals("sys_admin") ? "/operations" : "/");
        stage.as(
                account,
                Manner.ENGLISH_DARK,
                person -> assertThat(new Walk(person, start, SEEN).faults()).isEmpty());
    }

    @AfterAll
    static void theWalksLedSomewhere() {
        assertThat(SEEN).as("kinds of pages").hasSizeGreaterThan(40);
    }
}
