package vn.hocvu.platform.webkit.trail;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.AuditTrail;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.papers.Printer;

/** Opens the trail of a service that has one to those who inspect it. */
@AutoConfiguration(
        afterName = {
            "vn.hocvu.platform.eventstore.trail.TrailAutoConfiguration",
            "vn.hocvu.platform.webkit.WebKitAutoConfiguration",
            "vn.hocvu.platform.webkit.papers.PapersAutoConfiguration"
        })
@ConditionalOnBean(AuditTrail.class)
public class TrailAutoConfiguration {
    @Bean
    TrailApi trailApi(
            AuditTrail trail,
            Printer printer,
            Register register,
            Formats formats,
            JsonMapper json,
            CurrentActor actor) {
        return new TrailApi(trail, new ForPeople(printer, register, formats, json), actor);
    }
}
