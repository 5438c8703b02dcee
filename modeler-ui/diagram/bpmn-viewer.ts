// The edge to bpmn-js for reading: the navigated viewer and its styles.
// Pitfall: the bpmn.io licence asks that the watermark stays fully visible; nothing here or in diagram.css may touch `.bjs-powered-by`.
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';
import type { Stage, StageClass, StageOptions } from './bpmn-js.ts';

const Viewer = NavigatedViewer as unknown as StageClass;

export const newViewer = (options: StageOptions): Stage => new Viewer(options);
