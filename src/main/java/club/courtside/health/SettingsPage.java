package club.courtside.health;

import club.courtside.account.CurrentCaller;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;

/** All settings: those that may be changed here, and those that are only shown. */
@Named
@ViewScoped
public class SettingsPage implements Serializable {
    @Inject
    private SettingsDesk desk;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Notices notices;

    private List<SettingView> all;
    private Map<String, String> values;

    /** What one may not know of is not there. */
    public void open() {
        try {
            read(desk.all(caller.require()));
        } catch (ProblemException refused) {
            notices.refusePage(refused);
        }
    }

    private void read(List<SettingView> settings) {
        all = settings;
        values = new HashMap<>();
        getChangeable().forEach(setting -> values.put(setting.name(), setting.isSet() ? setting.value() : null));
    }

    public void save() {
        try {
            var changed = new HashMap<String, String>();
            for (var setting : getChangeable()) {
                var before = setting.isSet() ? setting.value() : null;
                var typed = values.get(setting.name());
                var now = typed == null || typed.isBlank() ? null : typed.strip();
                if (!Objects.equals(before, now)) changed.put(setting.name(), now);
            }
            read(desk.change(caller.require(), changed));
            notices.tell("settings.saved");
        } catch (ProblemException refused) {
            notices.explain(refused, expectation(refused), place(refused));
        }
    }

    /** Key of what the setting may be; null when it is about something else. */
    private String expectation(ProblemException refused) {
        var field = refused.problem().field();
        return getChangeable().stream().anyMatch(setting -> setting.name().equals(field))
                ? "setting.expects." + field
                : null;
    }

    private String place(ProblemException refused) {
        var names = getChangeable().stream().map(SettingView::name).toList();
        var row = names.indexOf(refused.problem().field());
        return row < 0 ? "settings:save" : "settings:change:" + row + ":value";
    }

    /** In the visitor's language, where that is written down. */
    public String meaning(SettingView setting) {
        try {
            return notices.text("setting." + setting.name());
        } catch (MissingResourceException untranslated) {
            return setting.meaning();
        }
    }

    public List<SettingView> getChangeable() {
        return all.stream().filter(SettingView::changeable).toList();
    }

    public List<SettingView> getFixed() {
        return all.stream().filter(setting -> !setting.changeable()).toList();
    }

    public Map<String, String> getValues() {
        return values;
    }
}
