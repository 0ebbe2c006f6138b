package vn.hocvu.enrollment.vault;

import java.nio.ByteBuffer;

/** Files that hold personal data, readable only with the vault's master key. */
public final class SealedFiles {
    private final MasterKeys masters;

    SealedFiles(MasterKeys masters) {
        this.masters = masters;
    }

    /**
     * Seals a file under a key of its own.
     *
     * @param about what the file belongs to; the same words open it again
     */
    public byte[] seal(byte[] file, String about) {
        var key = Sealing.freshKey();
        var wrapped = masters.wrap(key, about);
        var sealed = Sealing.seal(key, file, about);
        return ByteBuffer.allocate(2 * Integer.BYTES + wrapped.bytes().length + sealed.length)
                .putInt(wrapped.masterVersion())
                .putInt(wrapped.bytes().length)
                .put(wrapped.bytes())
                .put(sealed)
                .array();
    }

    /** The file again; fails if it was sealed for something else. */
    public byte[] open(byte[] sealed, String about) {
        var bytes = ByteBuffer.wrap(sealed);
        var version = bytes.getInt();
        var wrapped = new byte[bytes.getInt()];
        bytes.get(wrapped);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return Sealing.open(masters.unwrap(new MasterKeys.Wrapped(version, wrapped), about), rest, about);
    }
}
