import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../state/language.js';
import type { Query } from '../state/query.js';
import { Problem } from './problem.js';
import { uiTexts } from './texts.js';

interface PageProps {
  readonly title: string;
  /** A sentence about what is to be seen here. */
  readonly says?: string;
  readonly actions?: ComponentChildren;
  /** Its times are those of the ledger clock, which may be far ahead of the wall clock; the page says so. */
  readonly ledgerTimes?: boolean;
  readonly children: ComponentChildren;
}

let opened = false;

/** The main part of a page; its heading takes the focus when the reader comes from another page. */
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
          {ledgerTimes && <p class="hint">{t.ledgerTimes}</p>}
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

/** What a question came to: the answer, the problem with a way on, or that it is awaited. */
export function Answer<Data>({ query, children }: AnswerProps<Data>) {
  const t = useText(uiTexts);
  const { data, problem, answered, reload } = query;
  return (
    <>
      <Problem error={problem} retry={reload} />
      {answered || data !== undefined
        ? children(data as Data)
        : problem === undefined && <p class="muted loading">{t.loading}</p>}
    </>
  );
}

/** A part of a page under a heading of its own. */
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
