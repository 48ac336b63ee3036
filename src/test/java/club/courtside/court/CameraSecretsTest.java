package club.courtside.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CameraSecretsTest {

    private final CameraSecrets secrets = new CameraSecrets(new byte[32]);

    @Test
    void what_was_encrypted_can_be_read_again() {
        assertThat(secrets.decrypt(secrets.encrypt("vibora"))).isEqualTo("vibora");
        assertThat(secrets.decrypt(secrets.encrypt(null))).isNull();
    }

    @Test
    void the_same_password_never_looks_the_same() {
        assertThat(secrets.encrypt("vibora")).isNotEqualTo(secrets.encrypt("vibora"));
    }

    @Test
    void another_key_reads_nothing() {
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;

        assertThatThrownBy(() -> new CameraSecrets(otherKey).decrypt(secrets.encrypt("vibora")))
                .hasMessageContaining("camera.key");
    }
}
