package city.urbanops.dispatch.notice.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104), in hexadecimal. */
final class Signatures {

    private static final String ALGORITHM = "HmacSHA256";

    /** Where a signature stands. */
    static final String HEADER = "UrbanOps-Signature";

    private Signatures() {}

    /** The header's value: when it was signed, and the signature of that and the body. */
    static String header(String key, long seconds, String body) {
        return "t=%d,v1=%s".formatted(seconds, of(key, seconds + "." + body));
    }

    static String of(String key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
