package vn.hocvu.enrollment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the enrollment service. */
@SpringBootApplication
@EnableScheduling
public class EnrollmentService {
    public static void main(String[] args) {
        SpringApplication.run(EnrollmentService.class, args);
    }
}
