package city.urbanops.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class RememberedTokensTest {

    private static final long END = 1_000;

    private final List<String> verified = new ArrayList<>();
    private final AtomicLong now = new AtomicLong(100);
    private final RememberedTokens tokens = new RememberedTokens(this::verify, now::get);

    @Test
    void verifies_a_good_token_once() {
        // When
        var first = authenticate("good");
        var second = authenticate("good");

        // Then
        assertThat(second).isSameAs(first);
        assertThat(verified).containsExactly("good");
    }

    @Test
    void verifies_a_token_again_once_it_has_ended() {
        // Given
        authenticate("good");

        // When
        now.set(END);
        authenticate("good");

        // Then
        assertThat(verified).containsExactly("good", "good");
    }

    @Test
    void remembers_no_refusal() {
        // When
        assertThatThrownBy(() -> authenticate("forged")).isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> authenticate("forged")).isInstanceOf(AuthenticationFailedException.class);

        // Then
        assertThat(verified).containsExactly("forged", "forged");
    }

    private SecurityIdentity authenticate(String token) {
        return tokens.authenticate(
                        new TokenAuthenticationRequest(new AccessTokenCredential(token)),
                        work -> Uni.createFrom().nothing())
                .await()
                .indefinitely();
    }

    private Uni<SecurityIdentity> verify(AccessTokenCredential credential) {
        verified.add(credential.getToken());
        return credential.getToken().equals("good")
                ? Uni.createFrom()
                        .item(QuarkusSecurityIdentity.builder()
                                .setPrincipal(new EndsAt())
                                .build())
                : Uni.createFrom().failure(new AuthenticationFailedException());
    }

    /** A token that ends at {@link #END}. */
    private static final class EndsAt implements JsonWebToken {

        @Override
        public String getName() {
            return "somebody";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("exp");
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
        public <T> T getClaim(String name) {
            return (T) (Object) END;
        }
    }
}
