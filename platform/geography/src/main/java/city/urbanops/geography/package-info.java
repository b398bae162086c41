/**
 * Where a point lies: the areas of a city as a document, and an in-memory index from a WGS-84 position to its unit grid,
 * community, street and district. Intake and dispatch share it, so both give the same answer, also on a border. The
 * document is made of plain records that any JSON library can write; JTS is used inside only.
 */
@NullMarked
package city.urbanops.geography;

import org.jspecify.annotations.NullMarked;
