package club.courtside.engine.api;

/**
 * Somebody wants to read a feed from the relay. Either a token or a user name with its password.
 *
 * @param id to answer under
 * @param path what they want to read, such as {@code club/court}
 * @param address where they come from
 */
public record RelayLogin(String id, String path, String username, String password, String token, String address) {

    /** Without password and token: they belong into no log. */
    @Override
    public String toString() {
        return "RelayLogin[" + path + (username == null ? " by token" : " as " + username) + " from " + address + "]";
    }
}
