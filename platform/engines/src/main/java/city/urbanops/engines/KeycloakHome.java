package city.urbanops.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The home directory of one running Keycloak: links to the shared image, and its own {@code data}.
 */
final class KeycloakHome {

    private static final List<String> SHARED = List.of("bin", "conf", "lib", "providers", "themes");

    private KeycloakHome() {}

    /**
     * Makes the home ready for a start. When the realm's file differs from the one imported last, the old database is
     * dropped: Keycloak would keep the realm as it was, and users of the local realm exist nowhere else.
     */
    static void prepare(Path home, Path image, Path realmFile, Consumer<String> progress) throws IOException {
        Files.createDirectories(home);
        for (String name : SHARED) {
            if (Files.exists(image.resolve(name))) {
                KeycloakImage.link(home.resolve(name), image.resolve(name));
            }
        }
        Path imported = home.resolve("data/import").resolve(KeycloakEngine.realm(realmFile) + "-realm.json");
        boolean known = Files.exists(imported);
        if (KeycloakEngine.replaceIfChanged(realmFile, imported) && known) {
            progress.accept("the realm file has changed: importing it afresh");
            EngineCache.delete(home.resolve("data/h2"));
        }
    }
}
