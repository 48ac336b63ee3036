package club.courtside.platform;

import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a form was opened with, so that two people may fill it in at the same time: each changes what they have typed, and
 * nobody puts back what the other has changed.
 *
 * @param <T> all fields of the form
 */
public final class Draft<T extends Record & Serializable> implements Serializable {

    private T opened;

    public Draft(T opened) {
        this.opened = opened;
    }

    /**
     * @param typed what the form says
     * @param present what is so now, perhaps by somebody else
     * @return what was typed where that is not what the form was opened with; elsewhere what is so now
     * @throws ProblemException 409 naming a field to which both have given another value; whoever says it again has seen
     *     that and gets their way
     */
    public T over(T typed, T present) {
        List<String> disputed = new ArrayList<>();
        T merged = merge(
                opened,
                typed,
                present,
                (field, began, mine, theirs) -> isSettled(began, mine, theirs)
                        ? Objects.equals(mine, began) ? theirs : mine
                        : noted(disputed, field));
        if (disputed.isEmpty()) return merged;
        opened = merge(
                opened,
                typed,
                present,
                (field, began, mine, theirs) -> isSettled(began, mine, theirs) ? began : theirs);
        throw new ProblemException(new Problem(
                null,
                null,
                409,
                "somebody else has changed " + disputed.get(0) + " meanwhile",
                disputed.get(0),
                "changed_meanwhile"));
    }

    private static boolean isSettled(Object began, Object mine, Object theirs) {
        return Objects.equals(mine, began) || Objects.equals(theirs, began) || Objects.equals(theirs, mine);
    }

    private static Object noted(List<String> disputed, String field) {
        disputed.add(field);
        return null;
    }

    /** One value of three. */
    private interface Choice {
        Object of(String field, Object began, Object mine, Object theirs);
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R merge(R began, R mine, R theirs, Choice choice) {
        RecordComponent[] fields = mine.getClass().getRecordComponents();
        Class<?>[] types = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(fields)
                .map(field -> chosen(field, began, mine, theirs, choice))
                .toArray();
        try {
            return (R) mine.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object chosen(RecordComponent field, Record began, Record mine, Record theirs, Choice choice) {
        Object first = value(field, began);
        Object second = value(field, mine);
        Object third = value(field, theirs);
        return first instanceof Record from && second instanceof Record to && third instanceof Record now
                ? merge(from, to, now, choice)
                : choice.of(asTheApiCallsIt(field), first, second, third);
    }

    private static Object value(RecordComponent field, Record of) {
        try {
            return field.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String asTheApiCallsIt(RecordComponent field) {
        return field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
