package vn.hocvu.enrollment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocvu.enrollment.classintake.ClassIntake;
import vn.hocvu.enrollment.learner.Learner;
import vn.hocvu.enrollment.messages.consumed.classes.ClassMessages;
import vn.hocvu.enrollment.messages.consumed.enrollment.OwnMessages;
import vn.hocvu.enrollment.messages.published.EnrollmentPublication;
import vn.hocvu.platform.eventstore.Aggregates;
import vn.hocvu.platform.eventstore.CommandRights;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstream.Consumption;
import vn.hocvu.platform.eventstream.Publication;
import vn.hocvu.platform.webkit.Menu;
import vn.hocvu.platform.webkit.RefusalTranslation;
import vn.hocvu.platform.webkit.Tones;

/** What makes the platform enrollment's own. */
@Configuration(proxyBeanMethods = false)
class EnrollmentConfiguration {
    private static final String[] READERS = {
        "ADMISSIONS_OFFICER",
        "ADMISSIONS_BOARD",
        "PLANNING_OFFICER",
        "SCHOOL_BOARD",
        "CENTER_ADMIN",
        "DISTRICT_COMMITTEE",
        "SENDING_AGENCY",
        "AUDITOR"
    };
    private static final String[] LEARNER_READERS = {
        "ADMISSIONS_OFFICER",
        "PLANNING_OFFICER",
        "SCHOOL_BOARD",
        "CENTER_ADMIN",
        "DISTRICT_COMMITTEE",
        "SENDING_AGENCY",
        "AUDITOR"
    };

    @Bean
    Aggregates aggregates() {
        return Aggregates.of(ClassIntake.class, Learner.class);
    }

    @Bean
    EventNames eventNames() {
        return EnrollmentEvents.names();
    }

    @Bean
    CommandRights commandRights() {
        return new EnrollmentRights();
    }

    @Bean
    Publication publication() {
        return new EnrollmentPublication();
    }

    @Bean
    Consumption classMessages() {
        return ClassMessages.consumption();
    }

    @Bean
    Consumption ownMessages() {
        return OwnMessages.consumption();
    }

    @Bean
    RefusalTranslation refusals() {
        return new EnrollmentRefusals();
    }

    @Bean
    Menu menu() {
        return Menu.empty()
                .with("intakes", "/intakes", "people", READERS)
                .with("rollChanges", "/roll-changes", "arrow-left-right", READERS)
                .with("learners", "/learners", "mortarboard", LEARNER_READERS);
    }

    @Bean
    Tones tones() {
        return Tones.none()
                .good("RUNNING", "STUDYING", "GRADUATED", "COMPLETED")
                .info("OPEN", "ENROLLED", "FINAL")
                .warn("ROLL_CONFIRMED", "WAITLISTED", "DEFERRED", "TRANSFERRED_OUT", "NOT_COMPLETED")
                .bad("RELEASED", "WITHDRAWN", "EXPELLED", "NOT_GRADUATED", "DECEASED");
    }
}
