// What the parts of the story share: the town, its people in their browsers, the case they handle, and the supervisor's watching pages.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { get, nameOf, post, signInQuietly, type Told, type Wire } from '../people.ts';
import type { Town } from '../town.ts';
import { type Screen, type Visitor, visit } from '../visitors.ts';
import type { LiveWatch } from './live-watch.ts';

/** Leaves the page, as people do when they are done: a page that is left follows the case no longer. */
export const closes = (page: Page): Promise<unknown> => page.goto('about:blank');

export class Story {
  readonly town: Town;
  readonly browser: Browser;
  caseId = '';
  /** Pages on which every act must show up by itself, once the supervisor has opened them. */
  watch: LiveWatch | undefined;
  readonly #people = new Map<string, Visitor>();
  readonly #signedIn = new Set<string>();

  constructor(town: Town, browser: Browser) {
    this.town = town;
    this.browser = browser;
  }

  /** The person who holds an office, in a browser of their own; not yet signed in. */
  async comes(office: string, screen?: Screen): Promise<Visitor> {
    const known = this.#people.get(office);
    if (known) return known;
    const visitor = await visit(this.browser, { url: this.town.url, name: nameOf(office), ...(screen && { screen }) });
    this.#people.set(office, visitor);
    return visitor;
  }

  /** The same, signed in. */
  async as(office: string, screen?: Screen): Promise<Visitor> {
    const visitor = await this.comes(office, screen);
    if (!this.#signedIn.has(office)) await signInQuietly(visitor);
    this.#signedIn.add(office);
    return visitor;
  }
  /** The person signed in through the page. */
  signedIn(office: string): void {
    this.#signedIn.add(office);
  }

  everybody(): readonly Visitor[] {
    return [...this.#people.values()];
  }

  /** Time passes, what becomes due is done; sessions do not last so long, and nobody leaves a page open. */
  async passTime(ms: number): Promise<void> {
    this.#signedIn.clear();
    this.watch = undefined;
    await Promise.all(this.everybody().flatMap(({ context }) => context.pages().map(closes)));
    await this.town.passTime(ms);
  }

  /** An act that everybody who watches must see within a second of its answer. */
  act<T>(what: string, doing: () => Promise<T>): Promise<T> {
    return this.watch ? this.watch.sees(what, doing) : doing();
  }

  /** The case as somebody sees it. */
  async case(office: string): Promise<Wire> {
    const { status, body } = await get(await this.as(office), `/api/cases/${this.caseId}`);
    expect(status).toBe(200);
    return body;
  }
  /** The step of an element at which the person may do this; undefined when there is none. */
  async stepFor(office: string, element: string, may: string): Promise<number | undefined> {
    const { open } = await this.case(office);
    return open.find((step: Wire) => step.element === element && step.may.includes(may))?.node;
  }
  /** Any open step of an element, whoever may act there. */
  async openStep(element: string): Promise<Wire> {
    const { open } = await this.case('meeting-secretary');
    return open.find((step: Wire) => step.element === element);
  }

  async tries(office: string, path: string, body: unknown): Promise<Told> {
    return post(await this.as(office), `/api/cases/${this.caseId}/${path}`, body);
  }
  async completes(office: string, element: string, variables: Wire): Promise<void> {
    const node = await this.stepFor(office, element, 'complete');
    if (node === undefined) throw new Error(`${office} has no ${element} to complete`);
    await this.act(`${nameOf(office)} ${element}`, async () => {
      const told = await this.tries(office, `tasks/${node}/complete`, { variables });
      expect(told, `${office} ${element}`).toMatchObject({ status: 200 });
    });
  }
  async takesPart(office: string, element: string, mode: string): Promise<void> {
    const node = await this.stepFor(office, element, mode);
    if (node === undefined) throw new Error(`${office} is not asked to ${mode} at ${element}`);
    await this.act(`${nameOf(office)} ${mode} ${element}`, async () => {
      expect(await this.tries(office, `tasks/${node}/take-part`, { mode })).toMatchObject({ status: 200 });
    });
  }
}
