// A background without a browser: settings and reports in memory, and a world that writes down what it is told.
import { origins } from '../../../lib/background/came-from';
import type { EvidenceRoom } from '../../../lib/background/evidence';
import type { Rooms } from '../../../lib/background/handlers';
import { summaries } from '../../../lib/background/summaries';
import type { World } from '../../../lib/background/world';
import type { PageSummary } from '../../../lib/messages/map';
import type { Sender } from '../../../lib/messages/wire';
import type { StorageArea } from '../../../lib/platform/storage';
import { settingsStore } from '../../../lib/settings/store';

export function memoryArea(held: Record<string, unknown> = {}): StorageArea {
  return {
    get: async (keys) =>
      structuredClone(
        Object.fromEntries(Object.entries(held).filter(([key]) => !keys || keys.includes(key))),
      ),
    set: async (items) => {
      Object.assign(held, structuredClone(items));
    },
    remove: async (keys) => {
      for (const key of keys) delete held[key];
    },
  };
}

export interface TestWorld extends World {
  /** Everything done to the browser, in order. */
  readonly log: unknown[][];
  granted: string[];
  registered: string[];
  open: { id: number; url: string; title: string }[];
  /** How a page answers; by default it is not there. */
  page: World['askPage'];
}

function testWorld(): TestWorld {
  const log: unknown[][] = [];
  const world: TestWorld = {
    log,
    granted: [],
    registered: [],
    open: [],
    page: async () => ({ ok: false, reason: 'nobody there' }),
    async askPage(tab, kind, ask, frame = 0) {
      log.push(['ask', tab, kind, ask, frame]);
      return world.page(tab, kind, ask, frame);
    },
    activeTab: async () => world.open[0] ?? null,
    tabById: async (id) => world.open.find((tab) => tab.id === id) ?? null,
    async tabsOf(patterns) {
      return patterns.length === 0 ? [] : world.open;
    },
    async openOwnPage(path) {
      log.push(['page', path]);
    },
    async setBadge(tab, text) {
      log.push(['badge', tab, text]);
    },
    grantedHosts: async () => world.granted,
    registeredHosts: async () => world.registered,
    async registerHosts(hosts) {
      world.registered = [...hosts];
      log.push(['register', ...hosts]);
    },
    async injectOverlay(tab) {
      log.push(['overlay', tab]);
    },
    async injectCard(tab, frame) {
      log.push(['card', tab, frame]);
    },
  };
  return world;
}

const noEvidence: EvidenceRoom = {
  ready: async () => ({ ok: true }),
  cited: async () => ({ ok: true }),
  forMarking: async () => ({ ok: true, words: { matcher: '{}', topics: [], citables: [] } }),
  topic: async () => ({ ok: false, reason: 'no such topic' }),
};

export function testRooms(
  evidence: Partial<EvidenceRoom> = {},
  { policy = null, stored = {} }: { policy?: unknown; stored?: Record<string, unknown> } = {},
): Rooms & { world: TestWorld; session: Record<string, unknown> } {
  const session: Record<string, unknown> = {};
  const world = testWorld();
  return {
    evidence: { ...noEvidence, ...evidence },
    settings: settingsStore(memoryArea(stored), async () => policy),
    summaries: summaries(memoryArea(session)),
    origins: origins(memoryArea(session)),
    world,
    words: async () => null,
    async align() {
      world.log.push(['align']);
    },
    session,
  };
}

export function frame(tab: number, url: string, frameId = 0): Sender {
  return { extension: 'ours', url, tab: { id: tab, frame: frameId, url } };
}

export function pageSummary(topics: string[], more: Partial<PageSummary> = {}): PageSummary {
  return {
    state: 'done',
    title: 'A page',
    relevance: { pass: true, kind: 'page', reasons: [] },
    kind: 'page',
    anyway: false,
    progress: 1,
    topics: topics.map((id) => ({ id, label: id, tier: 1, asserted: 1, excluded: 0, other: 0 })),
    leftOut: null,
    ...more,
  };
}
