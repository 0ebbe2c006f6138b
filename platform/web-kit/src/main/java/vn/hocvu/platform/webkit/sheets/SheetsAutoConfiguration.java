package vn.hocvu.platform.webkit.sheets;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives a service its spreadsheets. */
@AutoConfiguration
public class SheetsAutoConfiguration {
    @Bean
    Sheets sheets() {
        return new GuardedSheets();
    }
}
