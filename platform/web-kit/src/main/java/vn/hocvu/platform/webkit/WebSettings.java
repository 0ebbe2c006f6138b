package vn.hocvu.platform.webkit;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service presents itself to people.
 *
 * @param demo     true shows the banner that the data are samples
 * @param services base address of each service by its short name
 * @param web      limits
 */
@ConfigurationProperties("hocvu")
public record WebSettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue Map<String, String> services,
        @DefaultValue Web web) {

    /**
     * Limits of use.
     *
     * @param writesPerMinute  changes per person and minute; 120 is a fast typist with bulk actions, the local default
     *                         6000 lets the sample years load
     * @param streamsPerUser   live pages per person
     * @param streams          live pages per replica
     * @param jobWorkers       long works done at a time
     * @param jobLease         after this time without a sign of life another replica takes a job over
     * @param keep             how long files of jobs are kept
     * @param fileSecret       encrypts uploaded and made files; the local sample value is refused elsewhere
     */
    public record Web(
            @DefaultValue("6000") int writesPerMinute,
            @DefaultValue("6") int streamsPerUser,
            @DefaultValue("2000") int streams,
            @DefaultValue("2") int jobWorkers,
            @DefaultValue("15s") Duration jobLease,
            @DefaultValue("7d") Duration keep,
            @DefaultValue(SAMPLE_FILE_SECRET) String fileSecret) {
        /** Used on one's own machine only. */
        public static final String SAMPLE_FILE_SECRET = "hocvu-local-sample-file-secret";
    }
}
