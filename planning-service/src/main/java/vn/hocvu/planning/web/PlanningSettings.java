package vn.hocvu.planning.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the school may set for planning.
 *
 * @param effectiveOnAhead how far an order's business date may lie ahead of today; 30 days by default
 * @param stockWait        how long drafting and closing wait for the other services' facts to be counted
 * @param viewWait         how long a page waits to show one's own change
 * @param awaitedUntilDay  day of December on which an awaited document becomes a task; the 15th by default
 * @param amendmentThresholdClasses         classes more or fewer from which on the city decides about an amendment
 * @param amendmentThresholdLearnersPercent learners more or fewer, in percent of the item's, from which on it does
 */
@ConfigurationProperties("hocvu.planning")
public record PlanningSettings(
        @DefaultValue("30d") Duration effectiveOnAhead,
        @DefaultValue("20s") Duration stockWait,
        @DefaultValue("1s") Duration viewWait,
        @DefaultValue("15") int awaitedUntilDay,
        @DefaultValue("1") int amendmentThresholdClasses,
        @DefaultValue("10") int amendmentThresholdLearnersPercent) {}
