import type { BulkPlan } from '../../../shared/bulk/bulk-plan.ts';
import type { UndoneMany } from '../../state/actions.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import type { PickItem } from '../../ui/pick-list.tsx';

/** Which ones a change leaves out, and why. */
export function leftOutWords({ cannot }: Pick<BulkPlan, 'cannot'>, t: Translate): readonly string[] {
  const words: string[] = [];
  if (cannot.already > 0) words.push(t('bulk.already', { count: cannot.already }));
  if (cannot.window > 0) words.push(t('bulk.window', { count: cannot.window }));
  return words;
}

/** Before it is made: nothing where it reaches all of them without a cost. */
export function previewWords(
  plan: BulkPlan,
  all: number,
  /** What it costs in money, in words; empty: nothing is sent to customers. */
  price: string,
  t: Translate,
): Pick<PickItem, 'detail' | 'warning'> {
  const costs = plan.cannot.window > 0 ? [t('bulk.window', { count: plan.cannot.window })] : [];
  if (price !== '') costs.push(price);
  if (plan.outliving > 0) costs.push(t('bulk.outliving', { count: plan.outliving }));
  return {
    ...(plan.can.length < all ? { detail: t('bulk.reaches', { can: plan.can.length, all }) } : {}),
    ...(costs.length > 0 ? { warning: costs.join(' ') } : {}),
  };
}

export interface BulkResult {
  /** What was done, in words. */
  readonly what: string;
  readonly done: number;
  /** Could be changed, but the core refused. */
  readonly refused: number;
  readonly cannot: BulkPlan['cannot'];
}

/** Afterwards: "12 changed: assign to Ana. 3 were so already." */
export function resultWords({ what, done, refused, cannot }: BulkResult, t: Translate): string {
  const words = [t('bulk.did', { count: done, what }), ...leftOutWords({ cannot }, t)];
  if (refused > 0) words.push(t('bulk.refused', { count: refused }));
  return words.join(' ');
}

/** After an undo: "12 changed back: closed. 1 was changed by somebody since and stays as it is." */
export function undoneWords(what: string, { undone, ran, changed }: UndoneMany, t: Translate): string {
  const words = [t('bulk.undone', { count: undone, what })];
  if (ran > 0) words.push(t('bulk.undone.ran', { count: ran }));
  if (changed > 0) words.push(t('bulk.undone.changed', { count: changed }));
  return words.join(' ');
}
