package vn.hocvu.platform.webkit.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.Ids;
import vn.hocvu.platform.webkit.CommandIds;
import vn.hocvu.platform.webkit.Confirmation;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Menu;
import vn.hocvu.platform.webkit.RefusalTranslation;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.Requests;
import vn.hocvu.platform.webkit.ServiceName;
import vn.hocvu.platform.webkit.Tones;
import vn.hocvu.platform.webkit.WebSettings;
import vn.hocvu.platform.webkit.bell.Bell;
import vn.hocvu.platform.webkit.bulk.Bulk;

/** The layout, the error answers and the pages that every service has. */
@AutoConfiguration(
        afterName = {
            "vn.hocvu.platform.eventstore.axon.EventStoreAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        },
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@Import({FailureAdvice.class, ErrorPages.class, CommonPages.class})
public class PagesAutoConfiguration {
    @Bean
    Failures failures(
            ObjectProvider<RefusalTranslation> translations,
            MessageSource messages,
            Formats formats,
            ObjectProvider<LocaleResolver> locales,
            JsonMapper json) {
        return new Failures(translations.orderedStream().toList(), messages, formats, locales, json);
    }

    @Bean
    Bulk bulk(
            HttpServletRequest request,
            Confirmation confirmation,
            Requests requests,
            CommandIds ids,
            Failures failures,
            MessageSource messages) {
        return new Bulk(request, confirmation, requests, ids, failures, messages);
    }

    @Bean
    KitPage kit(
            HttpServletRequest request,
            CurrentActor actor,
            ServiceName service,
            WebSettings settings,
            Menu menu,
            Tones tones,
            Register register,
            Formats formats,
            MessageSource messages,
            Ids ids,
            Clock clock,
            Bell bell,
            JsonMapper json,
            ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new KitPage(
                request,
                actor,
                service,
                settings,
                menu,
                tones,
                register,
                formats,
                messages,
                ids,
                clock,
                bell,
                json,
                () -> mappings.stream()
                        .flatMap(m -> m.getHandlerMethods().keySet().stream())
                        .anyMatch(info -> info.getPatternValues().contains("/search")));
    }

    /** Templates know the kit, the formats and the register by name, because bean references are forbidden in most places. */
    @Bean
    SmartInitializingSingleton wordsOfTemplates(
            ObjectProvider<ThymeleafViewResolver> resolvers, KitPage kit, Formats formats, Register register) {
        return () -> resolvers.forEach(resolver -> {
            resolver.addStaticVariable("kit", kit);
            resolver.addStaticVariable("formats", formats);
            resolver.addStaticVariable("register", register);
        });
    }

    @Bean(name = "localeResolver")
    @ConditionalOnMissingBean(name = "localeResolver")
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    FilterRegistrationBean<Trace> traceFilter() {
        var registration = new FilterRegistrationBean<>(new Trace());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return registration;
    }

    @Bean
    WebMvcConfigurer pageHabits(Environment environment) {
        var secure = environment.getProperty("server.servlet.session.cookie.secure", Boolean.class, false);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Languages.Choice(secure)).order(Ordered.HIGHEST_PRECEDENCE);
                registry.addInterceptor(new EditAgain()).order(Ordered.LOWEST_PRECEDENCE);
            }
        };
    }
}
