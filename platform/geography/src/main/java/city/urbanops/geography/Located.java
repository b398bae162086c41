package city.urbanops.geography;

import java.util.List;

/**
 * The areas a point lies in. On a border several grids hold the point; the lowest code takes it, so the answer does not
 * depend on the order of a document or on who asks.
 *
 * @param grid code of the unit grid
 * @param community code of its community
 * @param street code of its street
 * @param district code of its district
 * @param candidates codes of all grids that hold the point, ascending; the first is {@code grid}; more than one on a
 *     border only, unless the city's polygons overlap
 */
public record Located(String grid, String community, String street, String district, List<String> candidates) {

    public Located {
        candidates = List.copyOf(candidates);
    }

    /** Whether more than one grid holds the point, so that the choice is a convention. */
    public boolean isShared() {
        return candidates.size() > 1;
    }

    /** Why this grid, in one English sentence for an explanation shown to people. */
    public String explain() {
        if (!isShared()) {
            return "The point lies in grid %s.".formatted(grid);
        }
        return "The point is shared by grids %s; the lowest code, %s, takes it."
                .formatted(String.join(", ", candidates), grid);
    }
}
