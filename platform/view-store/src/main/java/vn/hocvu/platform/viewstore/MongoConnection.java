package vn.hocvu.platform.viewstore;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the views are kept.
 *
 * @param uri      connection string; its database name is used unless {@code database} is given
 * @param database name of this service's own database; the default is the service's name
 */
@ConfigurationProperties("hocvu.mongodb")
public record MongoConnection(
        @DefaultValue("mongodb://localhost:37017") String uri,
        @DefaultValue("") String database) {}
