package city.urbanops.contracts.cases;

/** Any event on {@code case-events}. */
public interface CaseEvent {

    /** The fields common to all; written flat into the JSON body. */
    CaseContext context();
}
