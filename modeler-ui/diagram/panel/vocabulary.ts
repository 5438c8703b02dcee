// What the panel offers to choose from: offices, bodies and forms as the server names them, and the steps of the drawing.
export interface Named {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}

export interface PanelVocabulary {
  readonly offices: readonly Named[];
  readonly bodies: readonly Named[];
  readonly forms: readonly Named[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Options for a list of names; a value that is drawn but not known stays visible, so that it can be seen and removed. */
export function choicesOf(named: readonly Named[], language: 'zh' | 'en', drawn: readonly string[]): readonly Choice[] {
  const known = named.map((n) => ({ value: n.key, label: n[language] }));
  const strange = drawn.filter((key) => key !== '' && !named.some((n) => n.key === key));
  return [...known, ...strange.map((key) => ({ value: key, label: key }))];
}
