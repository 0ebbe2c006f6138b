package vn.hocvu.bench.peers;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The usual way to enrol a learner: one authenticated request, one transaction that counts the seats and inserts a row.
 * It keeps no history, publishes nothing and encrypts nothing, so it does less than the product.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "vn.hocvu.platform.eventstore.EventStoreConfiguration",
            "vn.hocvu.platform.viewstore.ViewStoreConfiguration",
            "vn.hocvu.platform.webkit.WebKitConfiguration"
        })
@Import(CrudPeer.Enrollments.class)
public class CrudPeer {

    public static void main(String[] args) {
        SpringApplication.run(CrudPeer.class, args);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(csrf -> csrf.disable())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .build();
    }

    /** The same fields as an enrolment of the product. */
    record Enrollment(
            String fullName,
            LocalDate birthDate,
            String sex,
            String identityNumber,
            String org,
            LocalDate effectiveOn) {}

    @RestController
    static class Enrollments {
        private final JdbcClient database;

        Enrollments(JdbcClient database) {
            this.database = database;
        }

        @PostMapping("/classes/{classId}/enrollments")
        @Transactional
        public ResponseEntity<Void> enroll(@PathVariable UUID classId, @RequestBody Enrollment enrollment) {
            int taken = database.sql("update training_class set taken = taken + 1 where id = ? and taken < seats")
                    .param(classId)
                    .update();
            if (taken == 0) {
                return ResponseEntity.status(409).build();
            }
            UUID id = UUID.randomUUID();
            database.sql("""
                            insert into enrollment
                              (id, class_id, full_name, birth_date, sex, identity_number, org, effective_on)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            classId,
                            enrollment.fullName(),
                            enrollment.birthDate(),
                            enrollment.sex(),
                            enrollment.identityNumber(),
                            enrollment.org(),
                            enrollment.effectiveOn())
                    .update();
            return ResponseEntity.created(URI.create("/enrollments/" + id)).build();
        }
    }
}
