package city.urbanops.intake.reporter.persistence;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** AES-256-GCM with a key that never enters the database; the case id is bound in, so that rows cannot be swapped. */
@Singleton
class IdentityCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    IdentityCipher(@ConfigProperty(name = "urbanops.reporter.key") String base64Key) {
        var bytes = Base64.getDecoder().decode(base64Key);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("urbanops.reporter.key must be 32 bytes in base64");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    /** Nonce and ciphertext. */
    byte[] encrypt(byte[] plain, UUID caseId) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, caseId).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /**
     * The plain bytes.
     *
     * @throws IllegalStateException if the bytes were not encrypted for that case with this key
     */
    byte[] decrypt(byte[] stored, UUID caseId) {
        try {
            var nonce = new byte[NONCE_BYTES];
            var buffer = ByteBuffer.wrap(stored).get(nonce);
            var sealed = new byte[buffer.remaining()];
            buffer.get(sealed);
            return cipher(Cipher.DECRYPT_MODE, nonce, caseId).doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt: wrong key, or not this case's", e);
        }
    }

    /** A keyed digest that always gives the same bytes for the same text, and cannot be reversed or made without the key. */
    byte[] token(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(("caller:" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot digest", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID caseId) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(16)
                .putLong(caseId.getMostSignificantBits())
                .putLong(caseId.getLeastSignificantBits())
                .array());
        return cipher;
    }
}
