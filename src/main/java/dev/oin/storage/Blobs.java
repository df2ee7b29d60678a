package dev.oin.storage;

import java.util.Optional;

/** Large values: logos, screenshots, recorded traffic. Kept in PostgreSQL; an object store can take its place behind this port. */
public interface Blobs {

    /** Stores a value under its content's hash, so that storing it again changes nothing. */
    BlobKey put(Folder folder, String mediaType, byte[] content);

    /** The stored value. */
    Optional<Blob> find(BlobKey key);

    /** Forgets one value; harmless if it is gone. */
    void delete(BlobKey key);

    /** Forgets all values of an owner. */
    void deleteAll(Folder folder);

    /**
     * Whose values they are: equal contents of two owners are stored apart, so that deleting one leaves the other.
     *
     * @param name letters, digits and dashes in segments parted by slashes, such as {@code runs/0198…}
     */
    record Folder(String name) {

        public Folder {
            if (!name.matches("[A-Za-z0-9-]+(/[A-Za-z0-9-]+)*")) {
                throw new IllegalArgumentException("No folder's name: " + name);
            }
        }
    }

    /** A stored value. */
    record Blob(BlobKey key, String mediaType, byte[] content) {}
}
