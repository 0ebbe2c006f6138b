package vn.hocvu.platform.webkit;

import org.springframework.core.env.Environment;

/**
 * Short name of the running service: planning, enrollment, class or reporting.
 *
 * @param value from {@code hocvu.service}, or from {@code spring.application.name} without "-service"
 */
public record ServiceName(String value) {
    static ServiceName of(Environment environment) {
        var given = environment.getProperty("hocvu.service");
        if (given != null && !given.isBlank()) {
            return new ServiceName(given);
        }
        var application = environment.getProperty("spring.application.name", "other");
        return new ServiceName(
                application.endsWith("-service") ? application.substring(0, application.length() - 8) : application);
    }
}
