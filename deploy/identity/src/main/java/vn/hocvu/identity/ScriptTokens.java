package vn.hocvu.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bearer tokens of sample accounts for scripts on the same machine. */
@RestController
class ScriptTokens {
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final SampleAccounts accounts;
    private final IdentitySettings settings;
    private final JwtEncoder tokens;
    private final Clock clock;

    ScriptTokens(SampleAccounts accounts, IdentitySettings settings, JwtEncoder tokens, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * The token alone, as text.
     *
     * @param user sample account
     */
    @PostMapping(path = "/sample-tokens", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> token(@RequestParam String user, HttpServletRequest request) {
        if (!fromThisMachine(request)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).body("only from this machine");
        }
        var account = accounts.find(user.strip().toLowerCase(Locale.ROOT));
        if (account.isEmpty())
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body("no sample account " + user);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(sign(account.get()));
    }

    private String sign(Account account) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(settings.issuer())
                .subject(account.username())
                .audience(Claims.AUDIENCE)
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(settings.tokenValidity()))
                .claims(all -> Claims.put(account, all))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return tokens.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /** The caller's address is this machine's own, and no foreign page made a browser ask by another host name. */
    private static boolean fromThisMachine(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && LOCAL_NAMES.contains(
                            URI.create(request.getRequestURL().toString()).getHost());
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
