package vn.hocvu.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One entry of the register of organisations.
 *
 * @param id   slug
 * @param name as printed
 * @param type type code
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Organization(@JsonProperty("orgId") String id, String name, String type) {}
