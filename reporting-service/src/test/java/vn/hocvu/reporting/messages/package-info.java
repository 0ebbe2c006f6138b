/** Proofs. */
@org.jspecify.annotations.NullMarked
package vn.hocvu.reporting.messages;
