package city.urbanops.geography;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * The cells unit grids are made of: a lattice over the city's rectangle whose inner corners are moved a little.
 * Neighbours share their corners exactly, so the cells tile the rectangle whatever the moves are.
 */
final class CityLattice {

    private static final double WEST = 109.30;
    private static final double SOUTH = 24.20;
    private static final double SIZE = 0.25;
    private static final int CELLS = 32;
    /** Share of a cell a corner may move either way; below a quarter no cell folds over. */
    private static final double MOVE = 0.22;
    /** Corners are rounded to 1e-6 degrees, about ten centimetres, to keep the document short. */
    private static final double PRECISION = 1e6;

    private final Coordinate[][] corners = new Coordinate[CELLS + 1][CELLS + 1];

    /** One cell and its place in the lattice, column from the west, row from the south. */
    record Cell(int column, int row, Polygon shape) {}

    CityLattice() {
        SplittableRandom random = new SplittableRandom(450200);
        for (int column = 0; column <= CELLS; column++) {
            for (int row = 0; row <= CELLS; row++) {
                corners[column][row] = new Coordinate(along(WEST, column, random), along(SOUTH, row, random));
            }
        }
    }

    /** All cells, column by column. */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < CELLS; column++) {
            for (int row = 0; row < CELLS; row++) {
                cells.add(new Cell(column, row, shape(column, row)));
            }
        }
        return cells;
    }

    /** A corner's place along one axis: the rectangle's own edge stays where it is. */
    private static double along(double origin, int index, SplittableRandom random) {
        double move = index == 0 || index == CELLS ? 0 : MOVE * (2 * random.nextDouble() - 1);
        return Math.round((origin + SIZE * (index + move) / CELLS) * PRECISION) / PRECISION;
    }

    private Polygon shape(int column, int row) {
        Coordinate start = corners[column][row];
        return Polygons.FACTORY.createPolygon(new Coordinate[] {
            start.copy(),
            corners[column + 1][row].copy(),
            corners[column + 1][row + 1].copy(),
            corners[column][row + 1].copy(),
            start.copy()
        });
    }
}
