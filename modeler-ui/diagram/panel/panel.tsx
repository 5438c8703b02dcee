// The properties panel: groups for whatever is selected. Every field edits over the command stack, so undo works and the XML has it.
import { Collapse, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { fill, useDrafterWords } from '../drafter-words.ts';
import { extensionsOf, type ModdleElement } from '../moddle.ts';
import type { ModelerSession, Snapshot } from '../modeler-session.ts';
import { Notice } from '../notice.tsx';
import type { OutlinePart } from '../outline.ts';
import type { ShownProblem } from '../problem-places.ts';
import { stepTitle, typeTitle } from '../step-title.ts';
import { mayBeDefault, mayHaveCondition } from './bpmn-edits.ts';
import { EventGroup, triggerHolder } from './event-group.tsx';
import { FlowGroup } from './flow-group.tsx';
import { GeneralGroup } from './general-group.tsx';
import type { PanelContext } from './panel-context.ts';
import { RuleGroup } from './rule-group.tsx';
import { type RuleName, ruleSpecs, rulesFor } from './rule-specs.ts';
import { subjectOf } from './subject.ts';
import { AutomationGroup, LoopGroup } from './task-group.tsx';
import type { PanelVocabulary } from './vocabulary.ts';

interface Group {
  readonly key: string;
  readonly title: string;
  /** How many are set, for the title; nothing where it cannot be counted. */
  readonly count?: number;
  readonly content: ReactNode;
}

const ruleNames = Object.keys(ruleSpecs).filter((name): name is RuleName => name in ruleSpecs);
const activities = /^bpmn:(\w*Task|SubProcess|Transaction|AdHocSubProcess|CallActivity)$/;

function useRuleGroups(context: PanelContext): readonly Group[] {
  const { w } = useDrafterWords();
  const { element } = context.subject;
  const offered = rulesFor(element.$type);
  const drawn = ruleNames.filter((name) => !offered.includes(name) && extensionsOf(element, ruleSpecs[name].type).length > 0);
  return [...offered, ...drawn].map((name) => ({
    key: name,
    title: w.rule[name],
    count: extensionsOf(element, ruleSpecs[name].type).length,
    content: <RuleGroup context={context} spec={ruleSpecs[name]} offered={offered.includes(name)} />,
  }));
}

function useGroups(context: PanelContext): readonly Group[] {
  const { w } = useDrafterWords();
  const rules = useRuleGroups(context);
  const { element } = context.subject;
  const holder = triggerHolder(element);
  const groups: Group[] = [{ key: 'general', title: w.panel.general, content: <GeneralGroup context={context} /> }];
  if (element.$type === 'bpmn:SequenceFlow' && (mayHaveCondition(element) || mayBeDefault(element)))
    groups.push({ key: 'flow', title: w.panel.flow, content: <FlowGroup context={context} /> });
  if (holder) groups.push({ key: 'event', title: w.panel.event, content: <EventGroup context={context} holder={holder} /> });
  if (element.$type === 'bpmn:ServiceTask' || element.$type === 'bpmn:ScriptTask')
    groups.push({ key: 'automation', title: w.panel.automation, content: <AutomationGroup context={context} /> });
  groups.push(...rules);
  if (activities.test(element.$type)) groups.push({ key: 'loop', title: w.panel.loop, content: <LoopGroup context={context} /> });
  return groups;
}

function openAtFirst(element: ModdleElement): string[] {
  const set = rulesFor(element.$type).filter((name) => extensionsOf(element, ruleSpecs[name].type).length > 0);
  return ['general', 'flow', 'event', 'automation', ...set];
}

/** The rest is in the list below the canvas: the head stays in sight while the panel scrolls, and must leave room. */
const mostProblems = 3;

function SubjectPanel({ context, problems }: { readonly context: PanelContext; readonly problems: readonly ShownProblem[] }) {
  const { w, language } = useDrafterWords();
  const { element } = context.subject;
  const groups = useGroups(context);
  return (
    <>
      <header className="gc-panel__head">
        <p className="gc-panel__type">{typeTitle(w, element.$type)}</p>
        <h2>{stepTitle(w, element)}</h2>
        {problems.slice(0, mostProblems).map((p) => (
          <Notice key={`${p.code} ${p.message.zh}`} tone="bad" title={p.message[language]} />
        ))}
      </header>
      <Collapse
        key={String(element.get('id'))}
        size="small"
        ghost
        defaultActiveKey={openAtFirst(element)}
        items={groups.map((g) => ({
          key: g.key,
          label: <span data-group={g.key}>{g.count ? fill(w.panel.groupCount, { title: g.title, n: g.count }) : g.title}</span>,
          children: g.content,
        }))}
      />
    </>
  );
}

interface PanelProps {
  readonly session: ModelerSession;
  readonly snapshot: Snapshot;
  readonly vocabulary: PanelVocabulary;
  readonly outline: readonly OutlinePart[];
  readonly problems: readonly ShownProblem[];
}

export function Panel({ session, snapshot, vocabulary, outline, problems }: PanelProps) {
  const { w } = useDrafterWords();
  const stage = session.stage;
  const subject = snapshot.loaded
    ? subjectOf(snapshot.selected, stage.get('canvas').getRootElement(), stage.get('elementRegistry').getAll())
    : undefined;
  const steps = outline.flatMap((part) =>
    part.lines
      .filter((l) => activities.test(l.type) && l.id !== subject?.element.get('id'))
      .map((l) => ({ value: l.id, label: l.name ?? l.id })),
  );
  return (
    <aside className="gc-panel" aria-label={w.panel.title}>
      <ConfigProvider componentSize="small" theme={{ token: { fontSize: 14 } }}>
        {subject ? (
          <SubjectPanel
            context={{ session, subject, vocabulary, steps }}
            problems={problems.filter((p) => p.element === subject.element.get('id'))}
          />
        ) : (
          <p className="gc-panel__none">{w.panel.several}</p>
        )}
      </ConfigProvider>
    </aside>
  );
}
