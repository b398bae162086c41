package city.urbanops.dispatch.task.domain;

import java.util.List;

/**
 * Who else sees a task beside the unit that has it.
 *
 * @param assisting units that help and report their part 协办
 * @param supervising units that only watch: the district of a double dispatch 双派单
 */
public record Copies(List<String> assisting, List<String> supervising) {

    /** Nobody. */
    public static final Copies NONE = new Copies(List.of(), List.of());

    public Copies {
        assisting = List.copyOf(assisting);
        supervising = List.copyOf(supervising);
    }
}
