package vn.hocvu.bench.peers;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
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
            "vn.hocvu.platform.eventstore.axon.EventStoreAutoConfiguration",
            "vn.hocvu.platform.eventstream.relay.RelayAutoConfiguration",
            "vn.hocvu.platform.eventstream.inbox.InboxAutoConfiguration",
            "vn.hocvu.platform.viewstore.ViewStoreAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration",
            "org.axonframework.springboot.autoconfig.InfraConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.ObjectMapperAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@Import(CrudPeer.Enrollments.class)
public class CrudPeer {

    /** Where its rows are kept; made before it starts. */
    public static final List<String> TABLES = List.of(
            "create table training_class (id uuid primary key, seats int not null, taken int not null default 0)", """
            create table enrollment (id uuid primary key, class_id uuid not null references training_class,
                full_name text not null, birth_date date not null, sex text not null,
                identity_number text not null unique, org text not null, document text not null,
                effective_on date not null)""");

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

    /** The same body as an enrolment of the product. */
    record Enrollment(Learner learner, String nominatingOrgId, Paper document, LocalDate effectiveOn) {}

    /** A person. */
    record Learner(String fullName, LocalDate birthDate, String sex, String identityNumber) {}

    /** The admission paper. */
    record Paper(String type, String number, LocalDate date, String issuer, String signer) {}

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
                              (id, class_id, full_name, birth_date, sex, identity_number, org, document, effective_on)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            classId,
                            enrollment.learner().fullName(),
                            enrollment.learner().birthDate(),
                            enrollment.learner().sex(),
                            enrollment.learner().identityNumber(),
                            enrollment.nominatingOrgId(),
                            enrollment.document().number(),
                            enrollment.effectiveOn())
                    .update();
            return ResponseEntity.created(URI.create("/enrollments/" + id)).build();
        }
    }
}
