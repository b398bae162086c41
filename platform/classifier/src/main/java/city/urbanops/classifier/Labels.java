package city.urbanops.classifier;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels met so far, numbered in the order of their first appearance. */
final class Labels {

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        names.add(name);
        numbers.put(name, names.size() - 1);
        return names.size() - 1;
    }

    /** The number of a label, -1 when it was never met. */
    int find(String name) {
        return numbers.getOrDefault(name, -1);
    }

    String name(int number) {
        return names.get(number);
    }

    int size() {
        return names.size();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    static Labels read(DataInput in) throws IOException {
        Labels labels = new Labels();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            labels.number(in.readUTF());
        }
        return labels;
    }
}
