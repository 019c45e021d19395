import { Fragment, type ReactElement } from 'react';
import { withLastingQuotes } from '../../../shared/templates/arriving.ts';
import { flattenForVariable, flattenPieces } from '../../../shared/templates/flatten.ts';
import { acceptedEndings } from '../../../shared/templates/media-address.ts';
import type { MediaFormat } from '../../../shared/templates/parse.ts';
import type { TemplateProblem, TemplateProblemKey } from '../../../shared/templates/validate.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import type { Proposal } from './picker-values.ts';

/** WhatsApp's limits (media page of the Cloud API), in MB. */
const largest: Readonly<Record<MediaFormat, number>> = { image: 5, video: 16, document: 100 };

/** What the address has to be, and why a file of this computer will not do. */
export function WhyAddress({ format, id }: { readonly format: MediaFormat; readonly id: string }): ReactElement {
  const t = useT();
  const types = acceptedEndings(format).join(', ');
  return (
    <p id={id} className="picker-field-help">
      {t('picker.whyAddress', { types, size: largest[format] })} {t('picker.whyNoFile')}
    </p>
  );
}

interface ArrivesProps {
  readonly id: string;
  readonly typed: string;
  readonly arriving: string;
  readonly onChange: (value: string) => void;
}

/** What Chatwoot makes of the value, if that is not what was typed. */
export function Arrives({ id, typed, arriving, onChange }: ArrivesProps): ReactElement {
  const t = useT();
  const lasting = withLastingQuotes(typed);
  return (
    <div className="picker-arrives">
      <p id={id}>
        {t(typed.includes('{{') ? 'picker.arrivesFilled' : 'picker.arrives')} <bdi>{arriving}</bdi>
      </p>
      {lasting !== typed && (
        <Button size="small" onClick={() => onChange(lasting)}>
          {t('picker.lastingQuotes')}
        </Button>
      )}
    </div>
  );
}

/** The agent's text of several lines, and what became of each break. */
export function FlattenDiff({ text }: { readonly text: string }): ReactElement {
  const t = useT();
  const pieces = flattenPieces(text);
  const count = pieces.filter(({ kind }) => kind !== 'kept').length;
  return (
    <details className="picker-flattened" open>
      <summary>{t('picker.flattened', { count })}</summary>
      <p className="picker-original" dir="auto">
        {pieces.map(({ kind, text: run }, index) => {
          // The pieces of one text: their number and order never change.
          const key = `${index}-${kind}`;
          if (kind === 'kept') return <Fragment key={key}>{run}</Fragment>;
          return (
            <Fragment key={key}>
              <del>{run.replaceAll('\n', '⏎').replaceAll('\t', '⇥').replaceAll(' ', '·').replaceAll('\r', '')}</del>
              <span className="visually-hidden">({t(`picker.flatten.${kind}`)})</span>
              {kind === 'spaced' && <ins> </ins>}
            </Fragment>
          );
        })}
      </p>
    </details>
  );
}

interface ProposalsProps {
  readonly label: string;
  readonly proposals: readonly Proposal[];
  readonly onTake: (proposal: Proposal) => void;
}

export function Proposals({ label, proposals, onTake }: ProposalsProps): ReactElement {
  const t = useT();
  return (
    <div className="picker-proposals" role="group" aria-label={t('picker.proposals', { name: label })}>
      {proposals.map((proposal) => (
        <Button
          key={`${proposal.source} ${proposal.value}`}
          size="small"
          variant="quiet"
          icon={proposal.source === 'contact' ? 'user' : 'history'}
          onClick={() => onTake(proposal)}
        >
          {t(`picker.propose.${proposal.source}`, { value: proposal.value })}
        </Button>
      ))}
    </div>
  );
}

const oneLineFixes: ReadonlySet<TemplateProblemKey> = new Set([
  'template.problem.newline',
  'template.problem.tab',
  'template.problem.spaces',
]);

interface FixesProps {
  readonly value: string;
  readonly problems: readonly TemplateProblem[];
  readonly onChange: (value: string) => void;
}

/** What we can put right ourselves, if the agent agrees. */
export function Fixes({ value, problems, onChange }: FixesProps): ReactElement {
  const t = useT();
  return (
    <>
      {problems.some(({ key }) => oneLineFixes.has(key)) && (
        <Button size="small" onClick={() => onChange(flattenForVariable(value).text)}>
          {t('picker.makeOneLine')}
        </Button>
      )}
      {problems.some(({ key }) => key === 'template.problem.url-characters') && (
        <Button size="small" onClick={() => onChange(encoded(value))}>
          {t('picker.encodeLink')}
        </Button>
      )}
    </>
  );
}

/** What is encoded already stays as it is. */
function encoded(value: string): string {
  return encodeURI(value.trim()).replaceAll(/%25(?=[\da-f]{2})/giu, '%');
}
