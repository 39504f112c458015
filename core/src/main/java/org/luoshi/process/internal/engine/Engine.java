package org.luoshi.process.internal.engine;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.migration.ActivityMigrationMapping;
import org.flowable.engine.migration.ProcessInstanceMigrationBuilder;
import org.flowable.engine.runtime.Execution;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.start.LateStart;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.ProcessDefinition;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/// The BPMN engine, used for one thing: what comes next. It keeps no history, runs no timers and holds no values.
///
/// It is built after the port is open, or earlier when a case moves, since that takes a second or two and pages need
/// none of it. It works in the transaction that is running.
@Component
public class Engine implements LateStart, DisposableBean {

    private final DataSource database;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final Road road = new Road();
    private final ReentrantLock building = new ReentrantLock();
    private volatile @Nullable ProcessEngine built;

    public Engine(DataSource database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Makes a process known.
    ///
    /// @return the engine's id of this version
    public String deploy(ProcessDefinition definition) {
        var repository = engine().getRepositoryService();
        String deployment = repository
                .createDeployment()
                .name(definition.digest())
                .addBpmnModel(definition.id().name() + ".bpmn20.xml", EngineModel.of(definition))
                .deploy()
                .getId();
        return repository.createProcessDefinitionQuery().deploymentId(deployment).singleResult().getId();
    }

    /// Sets a case on its way.
    ///
    /// @param version from [#deploy]
    public void begin(String version, Journey journey) {
        ProcessInstance instance =
                road.during(journey, () -> engine().getRuntimeService().startProcessInstanceById(version));
        journey.startedAs(instance.getId());
    }

    /// Finishes a step.
    ///
    /// @param task from [Journey.Arrival]
    public void complete(String task, Journey journey) {
        road.during(journey, () -> {
            engine().getTaskService().complete(task);
            return journey;
        });
    }

    /// Takes a case from one step to another, which need not follow it.
    public void move(String instance, String fromStep, String toStep, Journey journey) {
        road.during(journey, () -> {
            engine().getRuntimeService()
                    .createChangeActivityStateBuilder()
                    .processInstanceId(instance)
                    .moveActivityIdTo(fromStep, toStep)
                    .changeState();
            return journey;
        });
    }

    /// Takes a case over to another version of its process.
    ///
    /// @param version from [#deploy]
    /// @param steps each step at which the case is → the step that takes its place
    public void migrate(String instance, String version, Map<String, String> steps, Journey journey) {
        road.during(journey, () -> {
            ProcessInstanceMigrationBuilder builder = engine().getProcessMigrationService()
                    .createProcessInstanceMigrationBuilder()
                    .migrateToProcessDefinition(version);
            steps.forEach((from, to) -> builder.addActivityMigrationMapping(ActivityMigrationMapping.createMappingFor(from, to)));
            builder.migrate(instance);
            return journey;
        });
    }

    /// Nodes of the drawing at which the engine has the case: its steps, and gateways at which it waits.
    public Set<String> at(String instance) {
        return engine().getRuntimeService().createExecutionQuery().processInstanceId(instance).list().stream()
                .map(Execution::getActivityId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /// Takes a case out, wherever it is.
    public void cancel(String instance, String reason) {
        engine().getRuntimeService().deleteProcessInstance(instance, reason);
    }

    /// Steps at which the engine has the case: its task → the step.
    public Map<String, String> open(String instance) {
        return engine().getTaskService().createTaskQuery().processInstanceId(instance).list().stream()
                .collect(Collectors.toMap(Task::getId, Task::getTaskDefinitionKey));
    }

    /// Whether the engine still has the case.
    public boolean runs(String instance) {
        return engine().getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).count() > 0;
    }

    @Override
    public Text title() {
        return new Text("流程引擎", "process engine");
    }

    @Override
    public void start() {
        engine();
    }

    private ProcessEngine engine() {
        ProcessEngine ready = built;
        if (ready != null) return ready;
        building.lock();
        try {
            ProcessEngine other = built;
            if (other != null) return other;
            ProcessEngine made = new BareEngine(database, transactions, clock, road).buildProcessEngine();
            built = made;
            return made;
        } finally {
            building.unlock();
        }
    }

    @Override
    public void destroy() {
        ProcessEngine ready = built;
        if (ready != null) ready.close();
    }
}
