package vn.hocvu.platform.webkit.trail;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.AuditTrail;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.papers.Printer;

/**
 * What people read of an evidence package. It is made from the proven events alone, so that nobody can have words signed
 * that the trail does not say.
 */
final class ForPeople {

    private final Printer printer;
    private final Register register;
    private final Formats formats;
    private final JsonMapper json;

    ForPeople(Printer printer, Register register, Formats formats, JsonMapper json) {
        this.printer = printer;
        this.register = register;
        this.formats = formats;
        this.json = json;
    }

    /** One event as it is printed. */
    record Line(
            String leaf,
            String kind,
            String place,
            String who,
            @Nullable String effectiveOn,
            String recordedAt,
            List<String> fields,
            String id,
            String hash) {}

    Map<String, byte[]> of(String origin, String about, List<AuditTrail.Entry> entries, String publicKey) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(
                "trail.pdf",
                printer.pdf(
                        "papers/evidence.xhtml",
                        Formats.VIETNAMESE,
                        Map.of(
                                "origin",
                                origin,
                                "about",
                                about,
                                "made",
                                formats.time(formats.now()),
                                "entries",
                                entries.stream().map(this::line).toList())));
        for (var instructions : List.of("HUONG-DAN.txt", "README.txt")) {
            files.put(instructions, instructions(instructions, origin));
        }
        files.put(origin + ".public.pem", publicKey.getBytes(StandardCharsets.US_ASCII));
        return files;
    }

    private static byte[] instructions(String name, String origin) {
        try (var in = requireNonNull(ForPeople.class.getResourceAsStream("/trail/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{origin}", origin)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Line line(AuditTrail.Entry entry) {
        var said = json.readTree(entry.payload());
        var fields = new ArrayList<String>();
        for (var field : said.properties()) {
            if (!field.getKey().equals("effectiveOn") && !field.getValue().isNull()) {
                fields.add(field.getKey() + ": " + text(field.getValue()));
            }
        }
        return new Line(
                Long.toString(entry.leaf()),
                entry.type(),
                entry.aggregate() + " / " + entry.sequence(),
                who(json.readTree(entry.metadata() == null ? "{}" : entry.metadata())),
                said.path("effectiveOn").isString()
                        ? formats.date(said.path("effectiveOn").asString())
                        : null,
                formats.time(Instant.parse(entry.recordedAt())),
                fields,
                entry.id(),
                entry.hash());
    }

    private String who(JsonNode metadata) {
        var who = new ArrayList<String>();
        for (var field : List.of("actor", "role")) {
            if (metadata.path(field).isString()) {
                who.add(metadata.path(field).asString());
            }
        }
        if (metadata.path("organization").isString()) {
            who.add(register.name(
                    Register.ORGANIZATIONS, metadata.path("organization").asString()));
        }
        return who.isEmpty() ? "–" : String.join(", ", who);
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
