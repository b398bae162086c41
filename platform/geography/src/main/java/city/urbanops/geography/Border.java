package city.urbanops.geography;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How near a point is to other grids: positions are measured to some metres only, and a case near a border may belong across it.
 *
 * @param grid the grid the point lies in
 * @param metres to the nearest other grid; 0 on the border itself
 * @param neighbours the other grids within reach, the nearest first; never empty
 */
public record Border(String grid, double metres, List<Neighbour> neighbours) {

    public Border {
        neighbours = List.copyOf(neighbours);
    }

    /**
     * A grid across the border.
     *
     * @param grid its code
     * @param metres to its nearest point
     */
    public record Neighbour(String grid, double metres) {}

    /** In one English sentence for an explanation shown to people. */
    public String explain() {
        return "The point lies in grid %s, %s from %s."
                .formatted(
                        grid,
                        distance(metres),
                        neighbours.stream().map(Neighbour::grid).collect(Collectors.joining(" and ")));
    }

    private static String distance(double metres) {
        return String.format(Locale.ROOT, "%.0f m", metres);
    }
}
