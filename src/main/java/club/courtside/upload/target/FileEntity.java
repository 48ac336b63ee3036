package club.courtside.upload.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A part of a file as all that a request brings. */
final class FileEntity extends AbstractHttpEntity {

    private final FilePart part;

    FileEntity(FilePart part, ContentType type) {
        super(type, null);
        this.part = part;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        part.writeTo(out);
    }

    @Override
    public long getContentLength() {
        return part.length();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("it is written");
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void close() {
        // Nothing is open between two requests.
    }
}
