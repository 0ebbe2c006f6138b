package vn.hocvu.identity;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Signs people in locally and tells the services who they are and for whom they act. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IdentityProvider {
    private static final int PORT = 9080;

    public static void main(String[] args) {
        var offset = Integer.parseInt(System.getenv().getOrDefault("HOCVU_PORT_OFFSET", "0"));
        var application = new SpringApplication(IdentityProvider.class);
        application.setDefaultProperties(Map.of("server.port", PORT + offset, "hocvu.identity.port-offset", offset));
        application.run(args);
    }
}
