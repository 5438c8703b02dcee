// The edge to bpmn-js for drawing: the modeler, its styles and the font of its palette.
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import BpmnModeler from 'bpmn-js/lib/Modeler.js';
import type { Stage, StageClass, StageOptions } from './bpmn-js.ts';

const Modeler = BpmnModeler as unknown as StageClass;

export const newModeler = (options: StageOptions): Stage => new Modeler(options);
