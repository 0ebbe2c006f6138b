package vn.hocvu.planning;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service of the training department: the year's plan. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PlanningService {
    public static void main(String[] args) {
        SpringApplication.run(PlanningService.class, args);
    }
}
