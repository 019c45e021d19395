import { useEffect, useRef, type ReactElement } from 'react';
import type { Template, TemplateValues } from '../../../shared/contract/templates.ts';
import { renderTemplate, type RenderedHeader, type Segment } from '../../../shared/templates/render.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';

interface PreviewProps {
  readonly template: Template;
  /** As they arrive. */
  readonly values: TemplateValues;
  /** The field that is being filled in, as `part-key`; its places are highlighted. */
  readonly active: string | null;
}

/** The message as the customer's phone shows it, with the values filled in so far. */
export function TemplatePreview({ template, values, active }: PreviewProps): ReactElement {
  const t = useT();
  const rendered = renderTemplate(template, values);
  const phone = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active !== null) phone.current?.querySelector('.picker-variable-active')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={phone}
      className="picker-phone"
      role="group"
      aria-label={t('picker.preview')}
      data-testid="template-preview"
      // A long one scrolls, and there is nothing in it that could take focus.
      tabIndex={0}
    >
      <div className="picker-bubble" dir="auto">
        {rendered.header !== null && <Header header={rendered.header} active={active} />}
        <p className="picker-bubble-body">
          <Segments part="body" segments={rendered.body} active={active} />
        </p>
        {rendered.footer !== null && <p className="picker-bubble-footer">{rendered.footer}</p>}
        {rendered.buttons.map((button, position) => (
          // The template's own buttons: their order never changes, and two may say the same.
          <div key={`${String(position)} ${button.text}`} className="picker-bubble-button">
            <span>{button.text}</span>
            {button.url !== null && (
              <span className="picker-bubble-url">
                <Segments part="buttons" segments={button.url} active={active} position={position} />
              </span>
            )}
            {button.code !== null && (
              <span className="picker-bubble-url">
                <Segments
                  part="buttons"
                  segments={[{ kind: 'variable', name: t('picker.code'), value: button.code }]}
                  active={active}
                  position={position}
                />
              </span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function Header({ header, active }: { readonly header: RenderedHeader; readonly active: string | null }): ReactElement {
  const t = useT();
  if (header.kind === 'text') {
    return (
      <p className="picker-bubble-header">
        <Segments part="header" segments={header.segments} active={active} />
      </p>
    );
  }
  const format = header.kind === 'location' ? 'location' : header.format;
  const lit = active === 'header-media' ? ' picker-variable-active' : '';
  return (
    <div className={`picker-bubble-media${lit}`}>
      <Icon name={format === 'document' ? 'file' : format === 'location' ? 'map-pin' : 'image'} size={24} />
      <span>{t(`picker.media.${format}`)}</span>
      {header.kind === 'media' && header.url !== null && <span className="truncate">{header.name ?? header.url}</span>}
    </div>
  );
}

interface SegmentsProps {
  readonly part: 'header' | 'body' | 'buttons';
  readonly segments: readonly Segment[];
  readonly active: string | null;
  /** Variables of a button are known by its position. */
  readonly position?: number;
}

function Segments({ part, segments, active, position }: SegmentsProps): ReactElement {
  return (
    <>
      {segments.map((segment, index) => {
        // The template's own pieces: their number and order never change.
        const key = `${index}-${segment.kind}`;
        if (segment.kind === 'text') return <span key={key}>{segment.text}</span>;
        const lit = active === `${part}-${position ?? segment.name}`;
        const empty = segment.value === '';
        const classes = ['picker-variable', lit ? 'picker-variable-active' : '', empty ? 'picker-variable-empty' : ''];
        return (
          <bdi key={key} className={classes.filter(Boolean).join(' ')} data-variable={segment.name}>
            {empty ? `{{${segment.name}}}` : segment.value}
          </bdi>
        );
      })}
    </>
  );
}
