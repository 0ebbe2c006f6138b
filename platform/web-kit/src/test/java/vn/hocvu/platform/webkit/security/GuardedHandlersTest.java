package vn.hocvu.platform.webkit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.OidcSettings;
import vn.hocvu.platform.webkit.TooMany;

class GuardedHandlersTest {
    static class Open {
        void forgotten() {}

        @Allowed("AUDITOR")
        void guarded() {}

        @Allowed({})
        void empty() {}
    }

    @Allowed("AUDITOR")
    static class Guarded {
        void inherits() {}
    }

    private static List<HandlerMethod> handlers(Object bean) {
        return Arrays.stream(bean.getClass().getDeclaredMethods())
                .filter(m -> !m.isSynthetic()) // coverage puts methods of its own beside the handlers
                .sorted(java.util.Comparator.comparing(Method::getName))
                .map(m -> new HandlerMethod(bean, m))
                .toList();
    }

    @Test
    void aHandlerThatSaysNothingAboutItsRolesIsNamed() {
        assertThat(AllowedCheck.unguarded(handlers(new Open()))).containsExactly("Open.empty", "Open.forgotten");
        assertThat(AllowedCheck.unguarded(handlers(new Guarded()))).isEmpty();
    }

    @Test
    void onePersonCannotChangeThingsWithoutEnd() {
        var limit = new WriteLimit(
                new CurrentActor() {
                    @Override
                    public Actor get() {
                        return new Actor("an", Set.of(), null);
                    }

                    @Override
                    public String name() {
                        return "An";
                    }

                    @Override
                    public boolean signedIn() {
                        return true;
                    }
                },
                3,
                Clock.fixed(java.time.Instant.parse("2020-05-04T00:00:10Z"), java.time.ZoneOffset.UTC));
        var post = new MockHttpServletRequest("POST", "/classes");
        for (int i = 0; i < 3; i++) {
            limit.preHandle(post, new MockHttpServletResponse(), this);
        }

        limit.preHandle(new MockHttpServletRequest("GET", "/classes"), new MockHttpServletResponse(), this);
        assertThatThrownBy(() -> limit.preHandle(post, new MockHttpServletResponse(), this))
                .isInstanceOfSatisfying(
                        TooMany.class,
                        e -> assertThat(e.retryAfter().toSeconds()).isEqualTo(50));
    }

    @Test
    void theSampleSecretIsRefusedWithAProviderElsewhere() {
        assertThatThrownBy(() -> new OidcSettings(
                        "https://sso.hanoi.gov.vn",
                        null,
                        OidcSettings.SAMPLE_SECRET,
                        "hocvu",
                        "sub",
                        null,
                        null,
                        null,
                        null,
                        null))
                .hasMessageContaining("client-secret");
        assertThat(new OidcSettings(
                                "https://sso.hanoi.gov.vn/", null, "real", "hocvu", "sub", null, null, null, null, null)
                        .keys())
                .isEqualTo("https://sso.hanoi.gov.vn/oauth2/jwks");
    }
}
