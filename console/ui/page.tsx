import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isNotFound } from '../../contract/client.js';
import { shownAlone } from '../browser.js';
import { useText } from '../state/language.js';
import type { Query } from '../state/query.js';
import { Problem } from './problem.js';
import { uiTexts } from './texts.js';

interface PageProps {
  readonly title: string;
  /** A sentence about what the page shows. */
  readonly says?: string;
  readonly actions?: ComponentChildren;
  /** The page says that its times are by the ledger clock, which may be far ahead of the system time. */
  readonly ledgerTimes?: boolean;
  readonly children: ComponentChildren;
}

let opened = false;

/** The main part of a page; its heading gets the focus when the reader comes from another page. */
export function Page({ title, says, actions, ledgerTimes = false, children }: PageProps) {
  const t = useText(uiTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened) heading.current?.focus();
    opened = true;
  }, []);
  useEffect(() => {
    document.title = `${title} · DCM`;
  }, [title]);
  return (
    <>
      <header class="page-head">
        <div>
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {says && <p class="says">{says}</p>}
          {ledgerTimes && <p class="hint">{shownAlone() === '' ? t.ledgerTimes : t.times}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}

interface AnswerProps<Data> {
  readonly query: Query<Data>;
  readonly children: (data: Data) => ComponentChildren;
}

/**
 * The outcome of a query: the data, the problem and what to do, or that it is loading. What no longer exists is not shown,
 * nor what could be done with it.
 */
export function Answer<Data>({ query, children }: AnswerProps<Data>) {
  const t = useText(uiTexts);
  const { data, problem, answered, reload } = query;
  return (
    <>
      <Problem error={problem} retry={reload} />
      {isNotFound(problem)
        ? null
        : answered || data !== undefined
          ? children(data as Data)
          : problem === undefined && <p class="muted loading">{t.loading}</p>}
    </>
  );
}

/** A part of a page with its own heading. */
export const Section = ({
  title,
  children,
  says,
}: {
  readonly title: string;
  readonly says?: string;
  readonly children: ComponentChildren;
}) => (
  <section class="card" aria-label={title}>
    <h2>{title}</h2>
    {says && <p class="says">{says}</p>}
    {children}
  </section>
);
