package club.courtside.health;

import club.courtside.account.Caller;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.ProblemException;
import club.courtside.settings.Setting;
import club.courtside.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Shows and changes the settings of the installation, to the operator alone. */
@ApplicationScoped
public class SettingsDesk {

    private final CurrentSettings current;
    private final Audit audit;

    @Inject
    public SettingsDesk(CurrentSettings current, Audit audit) {
        this.current = current;
        this.audit = audit;
    }

    protected SettingsDesk() {
        this(null, null);
    }

    /** @throws ProblemException 403 */
    public List<SettingView> all(Caller caller) {
        check(caller);
        return Arrays.stream(Setting.values())
                .map(setting -> SettingView.of(setting, current.all()))
                .toList();
    }

    /**
     * All or none.
     *
     * @param wishes by name; null or an empty value goes back to the default
     * @throws ProblemException 403, 400 naming the setting, 409 when it is set where Courtside is started
     */
    public List<SettingView> change(Caller caller, Map<String, String> wishes) {
        check(caller);
        Settings settings = current.all();
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        wishes.forEach((name, value) -> {
            Setting setting = Setting.named(name)
                    .orElseThrow(() -> ProblemException.badRequest(name, "there is no setting of that name"));
            SettingView view = SettingView.of(setting, settings);
            if (view.expectation() != null && !view.changeable())
                throw ProblemException.conflict(
                        name, "it is set in the " + view.source() + ", which counts more than what is chosen here");
            values.put(setting, value == null || value.isBlank() ? null : value);
        });
        values.forEach(SettingsDesk::check);
        settings.choose(values);
        audit.tells(caller, AuditAction.SETTINGS_CHANGED, null, null, String.join(", ", wishes.keySet()));
        return all(caller);
    }

    private static void check(Setting setting, String value) {
        try {
            Settings.check(setting, value);
        } catch (IllegalArgumentException refused) {
            throw ProblemException.badRequest(setting.name(), refused.getMessage());
        }
    }

    private static void check(Caller caller) {
        if (!caller.isSuperAdmin()) throw ProblemException.forbidden("only the operator of all clubs may do that");
    }
}
