package city.urbanops.classifier;

/** A case and the label it proved to have in the end: the unit that really handled it, or its class. */
public record Outcome(CaseFacts facts, String label) {}
