package city.urbanops.metrics.domain;

import java.util.Arrays;

/** The kinds of {@link Step}; each is stored by its letter, so letters never change their meaning. */
public enum Stage {
    /** A person took the report in 受理. */
    TAKE_IN('T'),
    /** An acceptor sent a patrol to look before filing. */
    SEND_VERIFY('S'),
    /** The patrol has looked 核实. */
    VERIFY('V'),
    /** A shift leader filed it 立案. */
    FILE('F'),
    /** A dispatcher gave it to a unit 派遣. */
    DISPATCH('D'),
    /** It left its unit, back or to another one: whoever had dispatched it chose the wrong one. Nobody is assessed by it. */
    MOVE('M'),
    /** It was opened again; what is dispatched from here on is another matter. Nobody is assessed by it. */
    REOPEN('O'),
    /** An acceptor sent somebody to check. */
    SEND_CHECK('R'),
    /** Somebody has checked 核查, and passed it or not. */
    CHECK('C');

    private final char letter;

    Stage(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    static Stage of(char letter) {
        return Arrays.stream(values())
                .filter(stage -> stage.letter == letter)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage has the letter " + letter));
    }
}
