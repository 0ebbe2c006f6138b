package vn.hocvu.platform.webkit.papers;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import vn.hocvu.platform.webkit.Formats;

/** Gives a service its printer. */
@AutoConfiguration(afterName = "vn.hocvu.platform.webkit.WebKitAutoConfiguration")
public class PapersAutoConfiguration {
    @Bean
    Printer printer(MessageSource messages, Formats formats) {
        return new Printer(new PaperTemplates(messages), formats);
    }
}
