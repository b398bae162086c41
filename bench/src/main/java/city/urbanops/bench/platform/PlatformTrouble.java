package city.urbanops.bench.platform;

import city.urbanops.commandline.CommandFailure;

/** The platform does not run, or does not do what it must for a run to go on; the message is one sentence for a person. */
public final class PlatformTrouble extends CommandFailure {

    public PlatformTrouble(String sentence) {
        super(sentence);
    }

    public PlatformTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
