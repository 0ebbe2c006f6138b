package vn.hocvu.platform.webkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a service offers in its navigation; one bean per service. Each entry is shown only to those whose roles it
 * names, or to everybody signed in if it names none.
 */
public final class Menu {
    private final List<Item> items;

    private Menu(List<Item> items) {
        this.items = List.copyOf(items);
    }

    public static Menu empty() {
        return new Menu(List.of());
    }

    /**
     * The menu with one entry more.
     *
     * @param name  label is message {@code menu.<name>}
     * @param path  address within the service
     * @param icon  one of the kit's icons
     * @param roles roles that see it; none means everybody signed in
     */
    public Menu with(String name, String path, String icon, String... roles) {
        var longer = new ArrayList<>(items);
        longer.add(new Item(name, path, icon, Set.of(roles)));
        return new Menu(longer);
    }

    public List<Item> items() {
        return items;
    }

    /** One entry of the navigation. */
    public record Item(String name, String path, String icon, Set<String> roles) {}
}
