package city.urbanops.expressions;

/**
 * Why an expression was refused.
 *
 * @param line from 1; 0 if it is wrong as a whole
 * @param column from 1; 0 if it is wrong as a whole
 * @param message what is wrong, in a sentence fit for the person who wrote the expression
 */
public record SourceError(int line, int column, String message) {

    static SourceError ofAll(String message) {
        return new SourceError(0, 0, message);
    }

    /** For example {@code 1:7 undeclared reference to 'closeRate'}. */
    @Override
    public String toString() {
        return line == 0 ? message : line + ":" + column + " " + message;
    }
}
