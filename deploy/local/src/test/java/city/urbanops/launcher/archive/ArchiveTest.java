package city.urbanops.launcher.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.launcher.Refusal;
import city.urbanops.launcher.Workspace;
import city.urbanops.launcher.platform.RunLock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    private Path directory;

    private Workspace workspace;
    private Archive archive;
    private Path file;

    @BeforeEach
    void anInstallationWithData() throws IOException {
        workspace = new Workspace(directory, directory);
        archive = new Archive(workspace, false);
        file = directory.resolve("backup.tar.gz");
        Path postgres = Files.createDirectories(workspace.data().resolve("postgres"));
        Files.writeString(postgres.resolve("PG_VERSION"), "18\n");
        Files.createDirectory(postgres.resolve("pg_tblspc"));
        Files.setPosixFilePermissions(postgres, PosixFilePermissions.fromString("rwx------"));
        Files.write(workspace.data().resolve("segment"), new byte[300_000]);
        Files.writeString(workspace.work().resolve("secrets.properties"), "postgres.password=old\n");
    }

    @Test
    void brings_back_data_permissions_and_secrets() throws IOException {
        // Given
        archive.backup(file);
        Files.writeString(workspace.data().resolve("postgres/PG_VERSION"), "changed\n");
        Files.writeString(workspace.data().resolve("later"), "after the backup");
        Files.writeString(workspace.work().resolve("secrets.properties"), "postgres.password=new\n");

        // When
        Archive.Outcome outcome = archive.restore(file, true);

        // Then
        Path postgres = workspace.data().resolve("postgres");
        assertThat(outcome.files()).isEqualTo(3);
        assertThat(postgres.resolve("PG_VERSION")).hasContent("18\n");
        assertThat(postgres.resolve("pg_tblspc")).isEmptyDirectory();
        assertThat(Files.getPosixFilePermissions(postgres)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(workspace.data().resolve("segment")).hasBinaryContent(new byte[300_000]);
        assertThat(workspace.data().resolve("later")).doesNotExist();
        assertThat(workspace.work().resolve("secrets.properties")).hasContent("postgres.password=old\n");
        assertThat(workspace.work().resolve("restore")).doesNotExist();
    }

    @Test
    void can_be_read_by_its_owner_only() throws IOException {
        // When
        archive.backup(file);

        // Then
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void keeps_data_that_is_there_unless_told_otherwise() throws IOException {
        // Given
        archive.backup(file);

        // Then
        assertThatThrownBy(() -> archive.restore(file, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--force");
    }

    @Test
    void overwrites_no_file() throws IOException {
        // Given
        Files.writeString(file, "something else");

        // Then
        assertThatThrownBy(() -> archive.backup(file)).hasMessageContaining("exists already");
        assertThat(file).hasContent("something else");
    }

    @Test
    void refuses_a_backup_that_was_cut_short_and_changes_nothing() throws IOException {
        // Given
        archive.backup(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        // Then
        assertThatThrownBy(() -> archive.restore(file, true)).isInstanceOf(Refusal.class);
        assertThat(workspace.data().resolve("postgres/PG_VERSION")).hasContent("18\n");
        assertThat(workspace.work().resolve("restore")).doesNotExist();
    }

    @Test
    void refuses_a_file_that_is_not_what_the_manifest_says() throws IOException {
        // Given
        write(file, "data/x", "tampered", """
                {"format":1,"createdAt":"2026-01-01T00:00:00Z","files":{"data/x":{"bytes":8,"sha256":"00"}}}""");

        // Then
        assertThatThrownBy(() -> archive.restore(file, true)).hasMessageContaining("data/x differs");
        assertThat(workspace.data().resolve("postgres")).exists();
    }

    @Test
    void refuses_a_path_that_leads_outside() throws IOException {
        // Given
        write(file, "../../outside", "x", "{}");

        // Then
        assertThatThrownBy(() -> archive.restore(file, true)).hasMessageContaining("lies outside");
    }

    @Test
    void refuses_what_is_no_backup() throws IOException {
        // Given
        Files.writeString(file, "a letter");

        // Then
        assertThatThrownBy(() -> archive.restore(file, true)).hasMessageContaining("no backup of UrbanOps");
    }

    @Test
    @SuppressWarnings("try")
    void waits_for_no_running_platform_but_refuses() {
        try (RunLock running = RunLock.take(workspace)) {
            assertThatThrownBy(() -> archive.backup(file)).isInstanceOf(Refusal.class);
            assertThat(file).doesNotExist();
        }
    }

    private static void write(Path file, String name, String content, String manifest) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            put(tar, name, content);
            put(tar, Manifest.NAME, manifest);
        }
    }

    private static void put(TarArchiveOutputStream tar, String name, String content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length());
        tar.putArchiveEntry(entry);
        tar.write(content.getBytes(StandardCharsets.UTF_8));
        tar.closeArchiveEntry();
    }
}
