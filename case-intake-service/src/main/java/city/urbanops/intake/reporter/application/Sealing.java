package city.urbanops.intake.reporter.application;

import java.util.UUID;

/** Encrypts personal data with the key that never enters the database (DESIGN §6). */
public interface Sealing {

    /** Nonce and ciphertext, which open only for the same owner. */
    byte[] seal(byte[] plain, UUID owner);

    /**
     * The plain bytes.
     *
     * @throws IllegalStateException if they were not sealed for that owner with this key
     */
    byte[] open(byte[] sealed, UUID owner);
}
