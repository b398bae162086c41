package city.urbanops.classifier;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The habits of every context met so far, and of all cases together. */
final class Memory {

    private final List<Context> contexts;
    private final Map<Long, Habit> habits = new HashMap<>();
    private Habit all = new Habit();
    private double day;

    Memory(List<Context> contexts) {
        this.contexts = contexts;
    }

    int contexts() {
        return contexts.size();
    }

    Context context(int index) {
        return contexts.get(index);
    }

    /** The habit of all cases together. */
    Habit all() {
        return all;
    }

    /** The day of the newest result: habits fade with results, not while there are none. */
    double day() {
        return day;
    }

    /** The habits that speak to a case, one place for each context; null where none was met. */
    @Nullable
    Habit[] recall(CaseFacts facts) {
        @Nullable Habit[] recalled = new @Nullable Habit[contexts.size()];
        for (int i = 0; i < recalled.length; i++) {
            recalled[i] = habits.get(contexts.get(i).key(i, facts));
        }
        return recalled;
    }

    /** Adds a result and returns the habits it belongs to, one for each context. */
    Habit[] see(CaseFacts facts, int label) {
        day = Math.max(day, facts.day());
        all.see(label, facts.day());
        Habit[] seen = new Habit[contexts.size()];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = habits.computeIfAbsent(contexts.get(i).key(i, facts), key -> new Habit());
            seen[i].see(label, facts.day());
        }
        return seen;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(day);
        all.write(out);
        out.writeInt(habits.size());
        for (Map.Entry<Long, Habit> habit : habits.entrySet()) {
            out.writeLong(habit.getKey());
            habit.getValue().write(out);
        }
    }

    static Memory read(DataInput in, List<Context> contexts) throws IOException {
        Memory memory = new Memory(contexts);
        memory.day = in.readDouble();
        memory.all = Habit.read(in);
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            memory.habits.put(in.readLong(), Habit.read(in));
        }
        return memory;
    }
}
