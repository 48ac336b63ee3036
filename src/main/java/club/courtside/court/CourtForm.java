package club.courtside.court;

import club.courtside.court.CourtAdministration.CourtWish;
import java.io.Serializable;

/** A court while somebody fills in its form. */
public final class CourtForm implements Serializable {

    private String name;
    private String slug;
    private Integer position;

    static CourtForm of(Court known) {
        var form = new CourtForm();
        form.name = known.name();
        form.slug = known.slug();
        form.position = known.position();
        return form;
    }

    CourtWish wish() {
        return new CourtWish(name, slug, position);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }
}
