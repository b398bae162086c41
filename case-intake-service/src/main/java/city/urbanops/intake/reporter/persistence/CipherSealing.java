package city.urbanops.intake.reporter.persistence;

import city.urbanops.intake.reporter.application.Sealing;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Seals with the cipher that keeps reporters. */
@Singleton
class CipherSealing implements Sealing {

    private final IdentityCipher cipher;

    CipherSealing(IdentityCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public byte[] seal(byte[] plain, UUID owner) {
        return cipher.encrypt(plain, owner);
    }

    @Override
    public byte[] open(byte[] sealed, UUID owner) {
        return cipher.decrypt(sealed, owner);
    }
}
