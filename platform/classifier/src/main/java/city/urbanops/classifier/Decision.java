package city.urbanops.classifier;

import java.util.List;

/**
 * The model's answer to one case.
 *
 * @param candidates the likeliest labels, best first, at most as many as asked for; empty only when the model knows no label
 * @param automatic whether the first one is sure enough to be followed without a person
 */
public record Decision(List<Candidate> candidates, boolean automatic) {

    public Decision {
        candidates = List.copyOf(candidates);
    }
}
