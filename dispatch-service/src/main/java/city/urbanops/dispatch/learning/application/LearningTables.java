package city.urbanops.dispatch.learning.application;

import city.urbanops.dispatch.learning.persistence.ExampleTable;
import city.urbanops.dispatch.learning.persistence.ModelTable;
import city.urbanops.dispatch.learning.persistence.TrainingTable;
import jakarta.inject.Singleton;

/** The tables a training needs. */
@Singleton
class LearningTables {

    private final ExampleTable examples;
    private final ModelTable models;
    private final TrainingTable trainings;

    LearningTables(ExampleTable examples, ModelTable models, TrainingTable trainings) {
        this.examples = examples;
        this.models = models;
        this.trainings = trainings;
    }

    ExampleTable examples() {
        return examples;
    }

    ModelTable models() {
        return models;
    }

    TrainingTable trainings() {
        return trainings;
    }
}
