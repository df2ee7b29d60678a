package dev.oin;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The diagrams can be read: everything is drawn, and no line runs through what it does not belong to. */
class DiagramTest {

    static Stream<Diagram> diagrams() {
        return Stream.of("oin-submission", "qa-testing").map(Diagram::read);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void every_element_is_drawn(Diagram diagram) {
        assertThat(diagram.notDrawn()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void every_element_of_the_process_belongs_to_one_lane(Diagram diagram) {
        var inLanes = new ArrayList<String>();
        diagram.content
                .getModelElementsByType(Lane.class)
                .forEach(lane -> lane.getFlowNodeRefs().forEach(node -> inLanes.add(node.getId())));

        assertThat(inLanes)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(diagram.content.getModelElementsByType(FlowNode.class).stream()
                        .filter(node -> node.getParentElement() instanceof Process)
                        .map(FlowNode::getId)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void a_line_begins_and_ends_at_the_elements_it_joins(Diagram diagram) {
        var broken = new ArrayList<String>();

        for (var flow : diagram.flows()) {
            var line = diagram.lines.get(flow.getId());
            if (!touches(diagram.shapes.get(flow.getSource().getId()), line.getFirst())
                    || !touches(diagram.shapes.get(flow.getTarget().getId()), line.getLast())) {
                broken.add(flow.getId() + " does not reach its ends");
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void no_line_crosses_an_element_that_it_does_not_join(Diagram diagram) {
        var broken = new ArrayList<String>();

        for (var flow : diagram.flows()) {
            var own = diagram.around(flow);
            diagram.shapes.forEach((id, shape) -> {
                if (!own.contains(id) && diagram.segments(flow.getId()).anyMatch(part -> part.intersects(shape))) {
                    broken.add(flow.getId() + " crosses " + id);
                }
            });
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void no_line_crosses_another(Diagram diagram) {
        var broken = new ArrayList<String>();
        var flows = diagram.flows();

        for (var i = 0; i < flows.size(); i++) {
            for (var j = i + 1; j < flows.size(); j++) {
                var one = flows.get(i).getId();
                var other = flows.get(j).getId();
                if (diagram.segments(one).anyMatch(a -> diagram.segments(other).anyMatch(b -> a.intersectsLine(b)))) {
                    broken.add(one + " crosses " + other);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void no_label_lies_on_a_line_or_on_another_label(Diagram diagram) {
        var broken = new ArrayList<String>();
        var labels = List.copyOf(diagram.labels.entrySet());

        for (var i = 0; i < labels.size(); i++) {
            var label = labels.get(i);
            for (var flow : diagram.flows()) {
                if (diagram.segments(flow.getId()).anyMatch(part -> part.intersects(label.getValue()))) {
                    broken.add("the label of " + label.getKey() + " lies on " + flow.getId());
                }
            }
            for (var j = i + 1; j < labels.size(); j++) {
                if (label.getValue().intersects(labels.get(j).getValue())) {
                    broken.add("the label of " + label.getKey() + " lies on that of "
                            + labels.get(j).getKey());
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    private static boolean touches(Rectangle2D shape, Point2D point) {
        var wider =
                new Rectangle2D.Double(shape.getX() - 1, shape.getY() - 1, shape.getWidth() + 2, shape.getHeight() + 2);
        var narrower = new Rectangle2D.Double(
                shape.getX() + 30, shape.getY() + 30, shape.getWidth() - 60, shape.getHeight() - 60);
        return wider.contains(point) && !narrower.contains(point);
    }

    /** A drawn model that prints as its name. */
    record Diagram(
            String name,
            BpmnModelInstance content,
            Map<String, Rectangle2D> shapes,
            Map<String, List<Point2D>> lines,
            Map<String, Rectangle2D> labels) {

        static Diagram read(String name) {
            var content =
                    Bpmn.readModelFromFile(Path.of("processes", name + ".bpmn").toFile());
            var diagram = new Diagram(name, content, new HashMap<>(), new HashMap<>(), new HashMap<>());
            content.getModelElementsByType(BpmnShape.class).forEach(diagram::add);
            content.getModelElementsByType(BpmnEdge.class).forEach(diagram::add);
            return diagram;
        }

        List<String> notDrawn() {
            var ids = new ArrayList<String>();
            content.getModelElementsByType(FlowNode.class).forEach(node -> ids.add(node.getId()));
            ids.removeAll(shapes.keySet());
            content.getModelElementsByType(SequenceFlow.class).stream()
                    .map(SequenceFlow::getId)
                    .filter(id -> !lines.containsKey(id))
                    .forEach(ids::add);
            return ids;
        }

        List<SequenceFlow> flows() {
            return List.copyOf(content.getModelElementsByType(SequenceFlow.class));
        }

        Stream<Line2D> segments(String flow) {
            var points = lines.get(flow);
            return java.util.stream.IntStream.range(1, points.size())
                    .mapToObj(i -> new Line2D.Double(points.get(i - 1), points.get(i)));
        }

        /** What a line may touch: its ends, what they sit on, and the sub-processes that hold it. */
        Set<String> around(SequenceFlow flow) {
            var ids = new HashSet<String>();
            for (var end : List.of(flow.getSource(), flow.getTarget())) {
                ids.add(end.getId());
                if (end instanceof BoundaryEvent event) {
                    ids.add(event.getAttachedTo().getId());
                }
            }
            for (ModelElementInstance parent = flow.getParentElement();
                    parent != null;
                    parent = parent.getParentElement()) {
                ids.add(parent.getAttributeValue("id"));
            }
            return ids;
        }

        private void add(BpmnShape shape) {
            var element = shape.getBpmnElement();
            if (element instanceof Lane || element instanceof Participant) {
                return;
            }
            shapes.put(element.getId(), rectangle(shape.getBounds()));
            label(element.getId(), shape.getBpmnLabel());
        }

        private void add(BpmnEdge edge) {
            var id = edge.getBpmnElement().getId();
            List<Point2D> points = new ArrayList<>();
            edge.getWaypoints().forEach(point -> points.add(new Point2D.Double(point.getX(), point.getY())));
            lines.put(id, points);
            label(id, edge.getBpmnLabel());
        }

        private void label(String id, BpmnLabel label) {
            if (label != null && label.getBounds() != null) {
                labels.put(id, rectangle(label.getBounds()));
            }
        }

        private static Rectangle2D rectangle(Bounds bounds) {
            return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
