package city.urbanops.dispatch.learning.application;

import city.urbanops.classifier.Model;
import city.urbanops.dispatch.learning.domain.Target;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A model as compressed bytes in parts of a bounded size, with a digest: what was damaged is not even tried to be read. */
final class StoredModels {

    private static final int PART = 512 * 1024;

    private StoredModels() {}

    /** Compressed parts in their order, and the SHA-256 of all of them. */
    record Packed(List<byte[]> parts, String digest) {
        Packed {
            parts = List.copyOf(parts);
        }

        long bytes() {
            return parts.stream().mapToLong(part -> part.length).sum();
        }
    }

    static Packed pack(Model model) {
        MessageDigest sha = sha256();
        Parts parts = new Parts();
        try (OutputStream out = new GZIPOutputStream(new DigestOutputStream(parts, sha), PART)) {
            model.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Packed(parts.all(), HexFormat.of().formatHex(sha.digest()));
    }

    /** @throws IOException when the bytes are not those of the digest, or no model of the target's scheme */
    static Model unpack(List<byte[]> parts, String digest, Target target, String scheme) throws IOException {
        if (parts.isEmpty()) {
            throw new IOException("its bytes are no longer there");
        }
        if (!scheme.equals(target.schemeName())) {
            throw new IOException("it looks at other facts than this software");
        }
        MessageDigest sha = sha256();
        parts.forEach(sha::update);
        if (!HexFormat.of().formatHex(sha.digest()).equals(digest)) {
            throw new IOException("its bytes are damaged");
        }
        List<InputStream> streams = new ArrayList<>();
        parts.forEach(part -> streams.add(new ByteArrayInputStream(part)));
        try (InputStream in = new BufferedInputStream(
                new GZIPInputStream(new SequenceInputStream(Collections.enumeration(streams)), PART))) {
            return Model.read(in, target.scheme());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Collects bytes in parts, so that no array of the whole model is needed. */
    private static final class Parts extends OutputStream {

        private final List<byte[]> full = new ArrayList<>();
        private ByteArrayOutputStream open = new ByteArrayOutputStream();

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            int done = 0;
            while (done < length) {
                int now = Math.min(length - done, PART - open.size());
                open.write(bytes, from + done, now);
                done += now;
                if (open.size() == PART) {
                    full.add(open.toByteArray());
                    open = new ByteArrayOutputStream();
                }
            }
        }

        List<byte[]> all() {
            List<byte[]> all = new ArrayList<>(full);
            if (open.size() > 0) {
                all.add(open.toByteArray());
            }
            return all;
        }
    }
}
