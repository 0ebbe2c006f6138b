/** What tests of all modules stand on: real servers, a stub issuer of tokens, architecture rules, contract checks. */
@NullMarked
package vn.hocvu.platform.testkit;

import org.jspecify.annotations.NullMarked;
