package club.courtside.court;

import club.courtside.court.CourtAdministration.CameraWish;
import java.io.Serializable;

/** A camera while somebody fills in its form. A password is typed, never shown. */
public final class CameraForm implements Serializable {

    private String name;
    private String url;
    private String username;
    private String password;
    private boolean passwordKept;
    private Transport transport = Transport.TCP;
    private String recordFolder;
    private String mountedFolder;
    private boolean main;

    /** @param main whether it would be the court's first camera */
    static CameraForm empty(boolean main) {
        var form = new CameraForm();
        form.main = main;
        return form;
    }

    static CameraForm of(Camera known) {
        var form = new CameraForm();
        form.name = known.name();
        form.url = known.url();
        form.username = known.username();
        form.passwordKept = known.encryptedPassword() != null;
        form.transport = known.transport();
        form.main = known.isMain();
        form.recordFolder = known.folder().there();
        form.mountedFolder = known.folder().here();
        return form;
    }

    CameraWish wish() {
        return new CameraWish(
                name == null || name.isBlank() ? null : name,
                url,
                username == null ? "" : username,
                password == null || password.isEmpty() ? null : password,
                transport,
                main ? Boolean.TRUE : null,
                recordFolder == null ? "" : recordFolder,
                mountedFolder == null ? "" : mountedFolder);
    }

    CameraSight sight(CameraTrials trials, Camera known) {
        return trials.run(url, username, password, transport, known);
    }

    /** Its own state says whether it answers. */
    public boolean isStudio() {
        return url != null && CameraUrl.isStudio(url.strip());
    }

    public boolean isPasswordKept() {
        return passwordKept;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public Transport getTransport() {
        return transport;
    }

    public void setTransport(Transport transport) {
        this.transport = transport;
    }

    public String getRecordFolder() {
        return recordFolder;
    }

    public void setRecordFolder(String recordFolder) {
        this.recordFolder = recordFolder;
    }

    public String getMountedFolder() {
        return mountedFolder;
    }

    public void setMountedFolder(String mountedFolder) {
        this.mountedFolder = mountedFolder;
    }

    public boolean isMain() {
        return main;
    }

    public void setMain(boolean main) {
        this.main = main;
    }
}
