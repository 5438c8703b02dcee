// Orders that can be given to a case, and the facts that come with them. Everything the core cannot know is said here.
import type { Hand } from '../case/event.ts';
import type { JsonObject } from '../model/json.ts';

export type Command =
  | {
      readonly type: 'StartCase';
      readonly case: string;
      readonly title: string;
      readonly start?: string;
      readonly variables: JsonObject;
      readonly message?: string;
    }
  | { readonly type: 'CompleteTask'; readonly node: number; readonly variables: JsonObject }
  /** Worker's report on a service job. */
  | { readonly type: 'CompleteJob'; readonly node: number; readonly variables: JsonObject }
  | { readonly type: 'FailJob'; readonly node: number; readonly error?: string; readonly detail: string }
  | { readonly type: 'CorrelateMessage'; readonly name: string; readonly key?: string; readonly variables: JsonObject }
  | { readonly type: 'BroadcastSignal'; readonly name: string; readonly variables: JsonObject }
  /** A timer or deadline row is due. */
  | { readonly type: 'FireTimer'; readonly wait: number }
  /** A BPMN error from outside at an open activity. */
  | { readonly type: 'ThrowError'; readonly node: number; readonly code: string }
  | { readonly type: 'TakePart'; readonly node: number; readonly mode: 'attend' | 'cosign' | 'review' | 'inform'; readonly remark: string }
  | { readonly type: 'RaiseObjection'; readonly node: number; readonly reason: string }
  | { readonly type: 'AnswerObjection'; readonly node: number; readonly objection: number; readonly answer: string }
  | { readonly type: 'ReleaseObjection'; readonly node: number; readonly objection: number; readonly remark: string }
  /** A member signs in at the open sign-in step `node`; the secretary may sign in a member who is in the room. */
  | { readonly type: 'SignIn'; readonly node: number; readonly person: string }
  | { readonly type: 'DeclareRecusal'; readonly node: number; readonly person: string; readonly reason: string }
  | { readonly type: 'ResolveIncident'; readonly incident: number };

export type CommandType = Command['type'];

export interface Actor {
  /** `person`: somebody signed in; `system`: timers and workers; they can never take part, sign, vote or complete a person's step. */
  readonly kind: 'person' | 'system';
  readonly person: string;
  /** Office in which the person acts now (one of `offices`). */
  readonly office: string;
  /** All offices held at this moment. */
  readonly offices: readonly string[];
}

export interface BodyMember {
  readonly person: string;
  readonly name: string;
  readonly office: string;
  readonly chair: boolean;
  /** Speaking order, ascending; the chair speaks last whatever it says. */
  readonly order: number;
}

/** What is known of offices and bodies at the moment of the act. Plain data, supplied from outside. */
export interface Directory {
  readonly bodies: Readonly<Record<string, readonly BodyMember[]>>;
  /** Office key → holders at this moment. */
  readonly holders: Readonly<Record<string, readonly string[]>>;
}

export interface Facts {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly by: Actor;
  readonly directory: Directory;
  /** IANA zone in which days are counted. */
  readonly zone: string;
}

export const handOf = (facts: Facts): Hand | undefined =>
  facts.by.kind === 'person' ? { person: facts.by.person, office: facts.by.office } : undefined;
