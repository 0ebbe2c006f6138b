package vn.hocvu.platform.viewstore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads one view's rows from the generation that serves. */
final class MongoRows<R> implements Rows<R> {

    private static final String KEY = "_id";

    private final Server server;
    private final FeedRunner runner;
    private final View<?, R> view;

    MongoRows(Server server, FeedRunner runner, View<?, R> view) {
        this.server = server;
        this.runner = runner;
        this.view = view;
    }

    private MongoCollection<Document> collection() {
        return server.database().getCollection(Generations.collection(view.name(), runner.readableGeneration()));
    }

    private R row(Document document) {
        return RowCodec.read(document.get("row", Document.class), view.rowType());
    }

    @Override
    public Optional<R> find(String key) {
        return Optional.ofNullable(collection().find(Filters.eq(KEY, key)).first())
                .map(this::row);
    }

    @Override
    public Map<String, R> find(Collection<String> keys) {
        Map<String, R> rows = new LinkedHashMap<>();
        if (!keys.isEmpty()) {
            for (Document document : collection().find(Filters.in(KEY, keys))) {
                rows.put(document.getString(KEY), row(document));
            }
        }
        return rows;
    }

    @Override
    public List<R> all() {
        List<R> rows = new ArrayList<>();
        for (Document document : collection().find().projection(Projections.include("row"))) {
            rows.add(row(document));
        }
        return rows;
    }

    @Override
    public PageOf<R> page(RowQuery query) {
        Bson filter = filter(query);
        List<R> rows = new ArrayList<>();
        for (Document document : collection()
                .find(filter)
                .projection(Projections.include("row"))
                .sort(order(query.sort()))
                .skip(query.page() * query.size())
                .limit(query.size())) {
            rows.add(row(document));
        }
        long total = rows.size() < query.size() && query.page() == 0
                ? rows.size()
                : collection().countDocuments(filter);
        return new PageOf<>(rows, total, query.page(), query.size());
    }

    @Override
    public long count(RowQuery query) {
        return collection().countDocuments(filter(query));
    }

    static Document order(List<Sort> sorts) {
        Document order = new Document();
        sorts.forEach(sort -> order.append(field(sort.field()), sort.descending() ? -1 : 1));
        // Equal rows keep one order, so that no page shows a row twice.
        order.putIfAbsent(KEY, 1);
        return order;
    }

    private static Bson filter(RowQuery query) {
        List<Bson> conditions = new ArrayList<>();
        query.equal().forEach((name, value) -> conditions.add(Filters.eq(field(name), RowCodec.value(value))));
        query.in()
                .forEach((name, values) -> conditions.add(Filters.in(
                        field(name),
                        values.stream()
                                .map(value -> RowCodec.value(value))
                                .filter(Objects::nonNull)
                                .toList())));
        var range = query.range();
        if (range != null && range.from() != null) {
            conditions.add(Filters.gte(field(range.field()), range.from()));
        }
        if (range != null && range.until() != null) {
            conditions.add(Filters.lte(field(range.field()), range.until()));
        }
        if (query.text() != null) {
            for (String word : FoldedText.fold(query.text()).split(" ")) {
                if (!word.isEmpty()) {
                    conditions.add(Filters.regex(field("search"), Pattern.quote(word)));
                }
            }
        }
        return conditions.isEmpty() ? new Document() : Filters.and(conditions);
    }

    private static String field(String name) {
        return KEY.equals(name) || name.startsWith("row.") ? name : "q." + name;
    }
}
