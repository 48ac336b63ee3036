package club.courtside.court;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a club's recordings are uploaded by themselves. */
public enum UploadPolicy {
    /** As the installation is set: {@code VULTR_AUTO_UPLOAD}. */
    @JsonProperty("installation")
    INSTALLATION,
    @JsonProperty("always")
    ALWAYS,
    @JsonProperty("never")
    NEVER;

    static UploadPolicy of(Boolean stored) {
        return stored == null ? INSTALLATION : stored ? ALWAYS : NEVER;
    }

    Boolean stored() {
        return this == INSTALLATION ? null : Boolean.valueOf(this == ALWAYS);
    }
}
