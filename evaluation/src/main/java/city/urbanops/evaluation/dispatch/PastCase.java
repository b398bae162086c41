package city.urbanops.evaluation.dispatch;

import city.urbanops.classifier.CaseFacts;
import city.urbanops.classifier.Outcome;

/**
 * A case of a city's file.
 *
 * @param facts what was known when it was opened
 * @param unit what stays the same when a unit is renamed: its code where the file has one, else its name
 * @param name what the file calls the right answer
 */
record PastCase(CaseFacts facts, String unit, String name) {

    Outcome outcome() {
        return new Outcome(facts, unit);
    }
}
