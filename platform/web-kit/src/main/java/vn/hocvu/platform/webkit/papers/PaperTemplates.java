package vn.hocvu.platform.webkit.papers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the templates of papers: XHTML pages, and the XML parts of Word documents. Every value is escaped. */
final class PaperTemplates {
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    PaperTemplates(MessageSource messages) {
        engine.addTemplateResolver(resolver("*.xhtml", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("*.xml", TemplateMode.XML));
        engine.setMessageSource(messages);
    }

    private static ClassLoaderTemplateResolver resolver(String names, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setResolvablePatterns(Set.of(names));
        resolver.setTemplateMode(mode);
        resolver.setForceTemplateMode(true);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    String fill(String template, Locale language, Map<String, ?> values) {
        var context = new Context(language);
        values.forEach(context::setVariable);
        return printable(Normalizer.normalize(engine.process(template, context), Normalizer.Form.NFC));
    }

    /** Characters that XML cannot hold are left out. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xd7ff)
                        || (c >= 0xe000 && c <= 0xfffd)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
