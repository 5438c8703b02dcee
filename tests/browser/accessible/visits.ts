// How each page is reached, by whom, and when it is there; some pages are looked at in several states.
// Promise: every route of modeler-ui has at least one visit (the test fails otherwise). `ready` is said without words of a language.
import type { Page } from 'playwright-core';
import type { Visitor } from '../visitors.ts';
import type { Cases } from './cases.ts';

export interface Visit {
  /** As in modeler-ui/routes.tsx. */
  readonly route: string;
  readonly name: string;
  /** Office of the person; nobody where the page is public. */
  readonly who?: string;
  readonly to: string | ((cases: Cases, who: Visitor) => Promise<string>);
  /** Selector of what shows that the page has its content. */
  readonly ready: string;
  /** Brings the page into the state that is looked at. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** A diagram is on it: bpmn.io's mark must be seen. */
  readonly diagram?: boolean;
  readonly deskOnly?: boolean;
}

const secretary = 'meeting-secretary';
const procedure = 'party-major-decision';
const open = '.djs-container .djs-element[data-element-id="Task_Ballot"]';
const submit = 'main form button[type="submit"]';

export const visits: readonly Visit[] = [
  { route: '/', name: 'home', to: '/', ready: '.open-promises' },
  { route: '/public/procedures', name: 'catalogue', to: '/public/procedures', ready: '.open-cards li' },
  { route: '/public/procedures/:key', name: 'chart', to: `/public/procedures/${procedure}`, ready: open, diagram: true },
  { route: '/public/cases', name: 'public-cases', to: '/public/cases', ready: '.open-cards li' },
  { route: '/public/cases/:id', name: 'public-case', to: async (cases) => `/public/cases/${await cases.id('ballot')}`, ready: '.stages' },
  { route: '/*', name: 'missing', to: '/there-is-no-such-page', ready: 'main h1' },
  { route: '/sign-in', name: 'sign-in', to: '/sign-in', ready: '.demo-account' },
  {
    route: '/sign-in',
    name: 'sign-in-refused',
    to: '/sign-in',
    ready: '.demo-account',
    prepare: async (page) => {
      await page.locator('#account').fill('nobody');
      await page.locator('#password').fill('nothing');
      await page.locator('.sign-in-form button[type="submit"]').click();
      await page.locator('.refusal').waitFor();
    },
  },
  { route: '/work', name: 'work', who: secretary, to: '/work', ready: '.rows li' },
  { route: '/work', name: 'work-empty', who: 'risk-office', to: '/work', ready: '.state-title' },
  {
    route: '/work/:case/:node',
    name: 'task-refused',
    who: secretary,
    to: (cases, who) => cases.step('refused', who, 'complete'),
    ready: submit,
    prepare: async (page) => {
      await page.locator('main form input[type="text"]').first().fill('政府投资重大项目');
      await page.locator(submit).click();
      await page.locator('.refusal').waitFor();
    },
  },
  {
    route: '/work/:case/:node',
    name: 'task-faults',
    who: 'deputy-in-charge',
    to: (cases, who) => cases.step('objection', who, 'complete'),
    ready: submit,
    prepare: async (page) => {
      await page.locator(submit).last().click();
      await page.locator('.faults').waitFor();
    },
  },
  { route: '/work/:case/:node', name: 'task-held', who: secretary, to: (cases, who) => cases.step('held', who, 'nothing'), ready: '.note' },
  {
    route: '/work/:case/:node',
    name: 'meeting-sign-in',
    who: secretary,
    to: (cases, who) => cases.step('signIn', who, 'complete'),
    ready: '.members',
  },
  {
    route: '/work/:case/:node',
    name: 'member-sign-in',
    who: 'mayor',
    to: (cases, who) => cases.step('signIn', who, 'signIn'),
    ready: '.big-button',
  },
  {
    route: '/work/:case/:node',
    name: 'opinion',
    who: 'armed-forces-member',
    to: (cases, who) => cases.step('opinions', who, 'complete'),
    ready: '.big-choices',
  },
  {
    route: '/work/:case/:node',
    name: 'ballot',
    who: 'mayor',
    to: (cases, who) => cases.step('ballot', who, 'complete'),
    ready: '.big-choices',
  },
  {
    route: '/work/:case/:node',
    name: 'task-gone',
    who: secretary,
    to: async (cases) => `/work/${await cases.id('closed')}/4711`,
    ready: '.state',
  },
  { route: '/cases', name: 'cases', who: secretary, to: '/cases', ready: '.rows li' },
  { route: '/cases/new', name: 'choose-procedure', who: secretary, to: '/cases/new', ready: '.rows li' },
  {
    route: '/cases/new',
    name: 'start-form',
    who: secretary,
    to: `/cases/new?procedure=${procedure}`,
    ready: submit,
    prepare: async (page) => {
      await page.locator(submit).click();
      await page.locator('.faults').waitFor();
    },
  },
  {
    route: '/cases/:id',
    name: 'case',
    who: secretary,
    to: async (cases) => `/cases/${await cases.id('ballot')}`,
    ready: `${open}.gc-mark-open`,
    diagram: true,
    prepare: async (page) => {
      await page.locator('button[aria-expanded]').last().click();
      await page.locator('.record-refused, .card table tbody tr').first().waitFor();
    },
  },
  {
    route: '/cases/:id',
    name: 'case-closed',
    who: secretary,
    to: async (cases) => `/cases/${await cases.id('closed')}`,
    ready: `${open}.gc-mark-done`,
    diagram: true,
  },
  { route: '/watch', name: 'watch', who: 'discipline-inspector', to: '/watch', ready: 'table tbody tr' },
  {
    route: '/watch/:id',
    name: 'watch-objection',
    who: 'discipline-inspector',
    to: async (cases) => `/watch/${await cases.id('objection')}`,
    ready: '.djs-element.gc-mark-objection, .djs-element.gc-mark-open',
    diagram: true,
    prepare: async (page) => {
      await page.locator('.may-object .act-open').last().click();
      await page.locator('.act-panel').waitFor();
    },
  },
  {
    route: '/watch/:id',
    name: 'watch-meeting',
    who: 'discipline-secretary',
    to: async (cases) => `/watch/${await cases.id('opinions')}`,
    ready: '.members',
    diagram: true,
  },
  { route: '/draw', name: 'drafts', who: 'procedure-drafter', to: '/draw', ready: '.rows li' },
  { route: '/draw/:key', name: 'draw', who: 'procedure-drafter', to: `/draw/${procedure}`, ready: open, diagram: true },
  {
    route: '/draw/:key',
    name: 'draw-problem',
    who: 'procedure-drafter',
    to: `/draw/${procedure}`,
    ready: open,
    diagram: true,
    deskOnly: true,
    prepare: async (page) => {
      await page.locator('.gc-outline button[data-element="Task_Classify"]').click();
      await page.locator('fieldset[data-rule="supervision"] button').last().click();
      await page.locator('.djs-overlays[data-container-id="Task_Classify"] .gc-problem').waitFor();
    },
  },
];
