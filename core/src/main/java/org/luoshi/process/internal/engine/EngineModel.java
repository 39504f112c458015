package org.luoshi.process.internal.engine;

import java.util.List;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.FlowableListener;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.ImplementationType;
import org.flowable.bpmn.model.InclusiveGateway;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;
import org.luoshi.pack.process.Flow;
import org.luoshi.pack.process.Node;
import org.luoshi.pack.process.ProcessDefinition;

/// A process in the engine's words, made from what was checked and never from the file that somebody drew.
final class EngineModel {

    private EngineModel() {}

    /// The engine's key of a process: one for all versions, `pack.process`.
    static String key(ProcessDefinition definition) {
        return definition.id().toString();
    }

    static BpmnModel of(ProcessDefinition definition) {
        Process process = new Process();
        process.setId(key(definition));
        process.setName(definition.title().zh());
        process.setExecutable(true);
        definition.graph().nodes().forEach(node -> process.addFlowElement(node(node)));
        definition.graph().flows().forEach(flow -> process.addFlowElement(flow(flow)));
        BpmnModel model = new BpmnModel();
        model.setTargetNamespace("luoshi");
        model.addProcess(process);
        return model;
    }

    private static FlowNode node(Node node) {
        FlowNode made =
                switch (node) {
                    case Node.Start _ -> new StartEvent();
                    case Node.End _ -> {
                        EndEvent end = new EndEvent();
                        end.setExecutionListeners(List.of(listener("start", "${road.ended(execution)}")));
                        yield end;
                    }
                    case Node.Task _ -> {
                        UserTask task = new UserTask();
                        task.setTaskListeners(List.of(listener("create", "${road.arrived(task)}")));
                        yield task;
                    }
                    case Node.Decision _ -> {
                        ServiceTask decision = new ServiceTask();
                        decision.setImplementationType(ImplementationType.IMPLEMENTATION_TYPE_EXPRESSION);
                        decision.setImplementation("${road.decide(execution)}");
                        yield decision;
                    }
                    case Node.Gateway gateway -> gateway(gateway);
                };
        made.setId(node.id());
        return made;
    }

    private static Gateway gateway(Node.Gateway gateway) {
        Gateway made =
                switch (gateway.kind()) {
                    case EXCLUSIVE -> new ExclusiveGateway();
                    case INCLUSIVE -> new InclusiveGateway();
                    case PARALLEL -> new ParallelGateway();
                };
        made.setDefaultFlow(gateway.otherwise());
        return made;
    }

    private static SequenceFlow flow(Flow flow) {
        SequenceFlow made = new SequenceFlow(flow.from(), flow.to());
        made.setId(flow.id());
        if (flow.condition() != null) made.setConditionExpression("${road.opens('%s')}".formatted(flow.id()));
        return made;
    }

    private static FlowableListener listener(String event, String expression) {
        FlowableListener listener = new FlowableListener();
        listener.setEvent(event);
        listener.setImplementationType(ImplementationType.IMPLEMENTATION_TYPE_EXPRESSION);
        listener.setImplementation(expression);
        return listener;
    }
}
