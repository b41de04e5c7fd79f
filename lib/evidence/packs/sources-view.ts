// What the page of evidence sources shows, as the database holds it.
import type { EvidenceDatabase } from '../database';
import { type Answer, failure, failureOf } from '../errors';
import { inLayerOrder } from './layers';
import type { SourcesView } from './model';

export async function sourcesView(db: EvidenceDatabase): Promise<Answer<SourcesView>> {
  try {
    return await db.transaction('r', [db.packs, db.meta, db.subscriptions], async () => {
      const [packs, row, subscriptions] = await Promise.all([
        db.packs.toArray(),
        db.meta.get('clashes'),
        db.subscriptions.toArray(),
      ]);
      if (packs.length === 0) return failure('empty');
      const told = row?.key === 'clashes' ? row : { clashes: [], total: 0 };
      return {
        ok: true,
        value: {
          packs: packs.sort(inLayerOrder),
          clashes: told.clashes,
          clashCount: told.total,
          subscriptions,
        },
      };
    });
  } catch (error) {
    return failureOf(error);
  }
}
