// What the diagram takes from the engine, in one place.
export { gcDescriptor } from '../../engine/model/gc-moddle.ts';
export { bpmnSupplement } from '../../engine/model/metamodel.ts';
