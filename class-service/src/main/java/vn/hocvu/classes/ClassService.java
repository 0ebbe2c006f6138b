package vn.hocvu.classes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the class service. */
@SpringBootApplication
public class ClassService {
    public static void main(String[] args) {
        SpringApplication.run(ClassService.class, args);
    }
}
