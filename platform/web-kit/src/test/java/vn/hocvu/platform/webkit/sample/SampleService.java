package vn.hocvu.platform.webkit.sample;

import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import vn.hocvu.platform.webkit.Menu;
import vn.hocvu.platform.webkit.OperationsPanel;
import vn.hocvu.platform.webkit.RefusalTranslation;
import vn.hocvu.platform.webkit.Tones;

/** Classes of a year, kept nowhere. */
@SpringBootApplication
public class SampleService {
    public static void main(String[] args) {
        SpringApplication.run(SampleService.class, args);
    }

    static final class LampBroken extends RuntimeException {
        final int lamps;

        LampBroken(int lamps) {
            this.lamps = lamps;
        }
    }

    @Bean
    Menu menu() {
        return Menu.empty()
                .with("dashboard", "/dashboard", "speedometer2")
                .with("classes", "/classes", "mortarboard")
                .with("secret", "/secret", "shield-check", "AUDITOR");
    }

    @Bean
    Tones tones() {
        return Tones.none()
                .good("OPENED", "GRADUATED")
                .info("RECRUITING")
                .warn("SUSPENDED")
                .bad("CANCELLED");
    }

    @Bean
    RefusalTranslation refusals() {
        return thrown -> thrown instanceof LampBroken broken
                ? new RefusalTranslation.Refused("LampBroken", 409, Map.of("lamps", broken.lamps))
                : null;
    }

    @Bean
    OperationsPanel lamps() {
        return new OperationsPanel() {
            @Override
            public String name() {
                return "parked";
            }

            @Override
            public List<String> columns() {
                return List.of("consumer", "reason", "count");
            }

            @Override
            public List<Line> lines() {
                return List.of(new Line(
                        "class 0192-1",
                        Map.of("consumer", "class", "reason", "LampBroken", "count", "12.345"),
                        "error",
                        List.of("retry", "discard")));
            }

            @Override
            public void act(String action, String key, String reason) {}
        };
    }
}
