package city.urbanops.geography;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Cuts a region of cells into connected parts of wanted proportions, by halving it across its longer side. */
final class Partition {

    private static final Comparator<CityLattice.Cell> EASTWARDS = Comparator.comparingInt(CityLattice.Cell::column);
    private static final Comparator<CityLattice.Cell> NORTHWARDS = Comparator.comparingInt(CityLattice.Cell::row);

    /** A place in the lattice. */
    private record Place(int column, int row) {

        static Place of(CityLattice.Cell cell) {
            return new Place(cell.column(), cell.row());
        }

        Stream<Place> neighbours() {
            return Stream.of(
                    new Place(column + 1, row),
                    new Place(column - 1, row),
                    new Place(column, row + 1),
                    new Place(column, row - 1));
        }
    }

    private Partition() {}

    /**
     * One part for each weight, in the order of the weights, sized in proportion to them.
     *
     * @param weights one or more, all above zero
     * @throws IllegalStateException when no straight cut leaves both halves connected
     */
    static List<List<CityLattice.Cell>> of(List<CityLattice.Cell> region, List<Integer> weights) {
        if (weights.size() == 1) {
            return List.of(
                    region.stream().sorted(NORTHWARDS.thenComparing(EASTWARDS)).toList());
        }
        int half = weights.size() / 2;
        int first = sum(weights.subList(0, half));
        int cut = Math.round((float) region.size() * first / sum(weights));
        List<CityLattice.Cell> ordered = orders(region)
                .map(order -> region.stream().sorted(order).toList())
                .filter(cells -> isConnected(cells.subList(0, cut)))
                .filter(cells -> isConnected(cells.subList(cut, cells.size())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No cut leaves both halves connected"));
        List<List<CityLattice.Cell>> parts = new ArrayList<>();
        parts.addAll(of(ordered.subList(0, cut), weights.subList(0, half)));
        parts.addAll(of(ordered.subList(cut, ordered.size()), weights.subList(half, weights.size())));
        return parts;
    }

    private static int sum(List<Integer> weights) {
        return weights.stream().mapToInt(Integer::intValue).sum();
    }

    /** Ways to go through a region, best first: along its longer side, then along the other. */
    private static Stream<Comparator<CityLattice.Cell>> orders(List<CityLattice.Cell> region) {
        return isWide(region)
                ? Stream.concat(ordersAlong(EASTWARDS, NORTHWARDS), ordersAlong(NORTHWARDS, EASTWARDS))
                : Stream.concat(ordersAlong(NORTHWARDS, EASTWARDS), ordersAlong(EASTWARDS, NORTHWARDS));
    }

    private static Stream<Comparator<CityLattice.Cell>> ordersAlong(
            Comparator<CityLattice.Cell> main, Comparator<CityLattice.Cell> across) {
        return Stream.of(
                main.thenComparing(across),
                main.thenComparing(across.reversed()),
                main.reversed().thenComparing(across),
                main.reversed().thenComparing(across.reversed()));
    }

    private static boolean isWide(List<CityLattice.Cell> region) {
        var columns = region.stream().mapToInt(CityLattice.Cell::column).summaryStatistics();
        var rows = region.stream().mapToInt(CityLattice.Cell::row).summaryStatistics();
        return columns.getMax() - columns.getMin() >= rows.getMax() - rows.getMin();
    }

    /** Whether every cell can be reached from the first one across sides. */
    private static boolean isConnected(List<CityLattice.Cell> cells) {
        Set<Place> unreached = new HashSet<>();
        cells.forEach(cell -> unreached.add(Place.of(cell)));
        Deque<Place> border = new ArrayDeque<>(List.of(Place.of(cells.get(0))));
        unreached.remove(border.peek());
        while (!border.isEmpty()) {
            border.remove().neighbours().filter(unreached::remove).forEach(border::add);
        }
        return unreached.isEmpty();
    }
}
