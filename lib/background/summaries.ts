// What each frame of each tab last reported. Kept in session storage, since the worker may be stopped at any moment.
import * as z from 'zod/mini';
import type { PageSummary } from '../messages/map';
import type { StorageArea } from '../platform/storage';

const Report = z.object({
  /** Address of the tab's page when the frame reported, without its fragment. */
  page: z.string(),
  off: z.boolean(),
  /** Ids of the topics that are marked. */
  topics: z.array(z.string()),
  /** When it reported, in ms since 1970: whoever follows the storage hears of every report, alike or not. */
  at: z.optional(z.number()),
});
type Report = z.infer<typeof Report>;

export interface Frame {
  readonly frame: number;
  readonly topics: readonly string[];
  readonly off: boolean;
}

const key = (tab: number, frame: number) => `page.${tab}.${frame}`;
const withoutFragment = (address: string) => address.split('#', 1)[0] ?? '';

export interface Summaries {
  put(
    at: { tab: number; frame: number; page: string },
    summary: PageSummary,
    tiers: readonly number[],
  ): Promise<void>;
  /** Frames of the page that a tab shows now, the page itself first. */
  framesOf(tab: number, page: string): Promise<Frame[]>;
  /** Every tab that reported, with the address of its page. */
  tabs(): Promise<{ tab: number; page: string }[]>;
  forget(tab: number): Promise<void>;
}

/** A report that cannot be read is left out: the page will report again. */
export function summaries(area: StorageArea): Summaries {
  const all = async () => {
    const rows: { key: string; tab: number; frame: number; report: Report }[] = [];
    for (const [name, value] of Object.entries(await area.get(null))) {
      const at = /^page\.(\d+)\.(\d+)$/.exec(name);
      const report = Report.safeParse(value);
      if (at && report.success)
        rows.push({ key: name, tab: Number(at[1]), frame: Number(at[2]), report: report.data });
    }
    return rows.sort((a, b) => a.frame - b.frame);
  };
  return {
    async put(at, summary, tiers) {
      const report: Report = {
        page: withoutFragment(at.page),
        off: summary.state === 'off',
        topics: summary.topics.filter((t) => tiers.includes(t.tier)).map((t) => t.id),
        at: Date.now(),
      };
      await area.set({ [key(at.tab, at.frame)]: report });
    },
    async framesOf(tab, page) {
      return (await all())
        .filter((row) => row.tab === tab && row.report.page === withoutFragment(page))
        .map(({ frame, report }) => ({ frame, topics: report.topics, off: report.off }));
    },
    async tabs() {
      return (await all())
        .filter((row) => row.frame === 0)
        .map(({ tab, report }) => ({ tab, page: report.page }));
    },
    async forget(tab) {
      const gone = (await all()).filter((row) => row.tab === tab).map((row) => row.key);
      if (gone.length > 0) await area.remove(gone);
    },
  };
}

/** Number on the toolbar button: different topics over all frames; empty for none, and where marking is off. */
export function badgeText(frames: readonly Frame[]): string {
  const topics = new Set(frames.filter((frame) => !frame.off).flatMap((frame) => frame.topics));
  return topics.size === 0 ? '' : String(topics.size);
}
