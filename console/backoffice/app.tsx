import type { ComponentType } from 'preact';
import { goLetters } from '../state/keys.js';
import { type Bilingual, useLanguage, useText } from '../state/language.js';
import { at } from '../state/place.js';
import { useQuery } from '../state/query.js';
import { useRoute } from '../state/route.js';
import { useSignal } from '../state/signal.js';
import { lazily } from '../ui/lazily.js';
import { Page } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Shell } from '../ui/shell.js';
import { Login, LogoutButton } from './login.js';
import { alias, base, readSite, type Site, session } from './site.js';
import { backofficeTexts } from './texts.js';
import {
  customersTitle,
  entitiesTitle,
  identifiersTitle,
  limitsTitle,
  reconsTitle,
  transfersTitle,
} from './titles.texts.js';

// The first page, the login, stays light.
const Customers = lazily(async () => (await import('./customers.js')).Customers);
const Entities = lazily(async () => (await import('./entities.js')).Entities);
const Identifiers = lazily(async () => (await import('./identifiers.js')).Identifiers);
const Limits = lazily(async () => (await import('./limits.js')).Limits);
const Recons = lazily(async () => (await import('./recons.js')).Recons);
const ResetPassword = lazily(async () => (await import('./reset-password.js')).ResetPassword);
const Transfer = lazily(async () => (await import('./transfer.js')).Transfer);
const Transfers = lazily(async () => (await import('./transfers.js')).Transfers);

interface SitePage {
  /** The title is in the menu, too. */
  readonly texts: Bilingual<{ readonly title: string }>;
  readonly All: ComponentType<{ readonly site: Site }>;
  /** The page of one item, named by the second segment of the path. */
  readonly One?: ComponentType<{ readonly site: Site; readonly id: string }>;
}

/** Pages by the first segment of their path; their titles are in the menu. */
const pages: Readonly<Record<string, SitePage>> = {
  entities: { texts: entitiesTitle, All: Entities },
  customers: { texts: customersTitle, All: Customers },
  transfers: { texts: transfersTitle, All: Transfers, One: Transfer },
  identifiers: { texts: identifiersTitle, All: Identifiers },
  limits: { texts: limitsTitle, All: Limits },
  recons: { texts: reconsTitle, All: Recons },
};

export function Backoffice() {
  const t = useText(backofficeTexts);
  const { path, query } = useRoute(base);
  const language = useLanguage();
  const token = useSignal(session);
  const site = useQuery(readSite, []);
  const [name = '', id] = path;
  const page = Object.hasOwn(pages, name) ? name : 'entities';
  const resetting = name === 'reset-password';
  const inside = token !== '' && !resetting && site.data !== undefined;
  const nav = inside
    ? [
        Object.entries(pages).map(([to, { texts }]) => ({
          to: `${base}/${to}`,
          title: texts[language].title,
          current: to === page,
          letter: goLetters[to],
        })),
      ]
    : [];
  return (
    <Shell
      brand={`${t.brand}: ${site.data?.name ?? alias}`}
      home={base}
      nav={nav}
      status={inside && <LogoutButton />}
    >
      <Problem error={site.problem} retry={site.reload} />
      {resetting ? (
        <ResetPassword email={query.get('email') ?? ''} />
      ) : site.data === undefined ? (
        site.answered && (
          <Page title={t.noBank} says={t.noBankSays}>
            <a href={at('/console')}>{t.toConsole}</a>
          </Page>
        )
      ) : inside ? (
        <Shown page={pages[page]} site={site.data} id={id} />
      ) : (
        <Login />
      )}
    </Shell>
  );
}

interface ShownProps {
  readonly page: SitePage | undefined;
  readonly site: Site;
  readonly id: string | undefined;
}

function Shown({ page, site, id }: ShownProps) {
  if (page === undefined) return null;
  const { All, One } = page;
  return One && id !== undefined ? <One key={id} site={site} id={id} /> : <All site={site} />;
}
