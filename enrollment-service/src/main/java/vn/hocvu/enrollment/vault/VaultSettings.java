package vn.hocvu.enrollment.vault;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the vault's master key comes from.
 *
 * @param key 256-bit keys in Base64; either one, or several as {@code 1:…,2:…}, of which the highest number wraps new
 *            keys and the others still open old ones. Environment: {@code HOCVU_VAULT_KEY}; there is no default
 */
@ConfigurationProperties("hocvu.vault")
public record VaultSettings(@Nullable String key) {}
