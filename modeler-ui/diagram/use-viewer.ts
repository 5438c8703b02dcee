// A bpmn-js viewer in a frame of the page: opened once per drawing, closed with the page.
import { type RefObject, useEffect, useState } from 'react';
import type { Stage } from './bpmn-js.ts';
import { newViewer } from './bpmn-viewer.ts';
import { sharedOptions } from './stage-options.ts';
import { type Language, newTranslator } from './translate.ts';
import { newViewport, type Viewport } from './viewport.ts';

export interface OpenViewer {
  readonly stage: Stage;
  readonly viewport: Viewport;
}
export type ViewerState = { readonly at: 'opening' } | { readonly at: 'open'; readonly viewer: OpenViewer } | { readonly at: 'unreadable' };

export function useViewer(frame: RefObject<HTMLElement | null>, xml: string, language: Language): ViewerState {
  const [state, setState] = useState<ViewerState>({ at: 'opening' });
  useEffect(() => {
    const container = frame.current;
    if (!container) return;
    let closed = false;
    let viewport: Viewport | undefined;
    const stage = newViewer(
      sharedOptions(
        container,
        newTranslator(() => language),
      ),
    );
    setState({ at: 'opening' });
    stage.importXML(xml).then(
      () => {
        if (closed) return;
        viewport = newViewport(stage, container);
        viewport.fit();
        setState({ at: 'open', viewer: { stage, viewport } });
      },
      () => {
        if (!closed) setState({ at: 'unreadable' });
      },
    );
    return () => {
      closed = true;
      viewport?.close();
      stage.destroy();
    };
  }, [frame, xml, language]);
  return state;
}
