import { goLetters } from '../state/keys.js';
import { useLanguage, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { useRoute } from '../state/route.js';
import { useSignal } from '../state/signal.js';
import { Page } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Shell } from '../ui/shell.js';
import { Customers, customersTexts } from './customers.js';
import { Entities, entitiesTexts } from './entities.js';
import { Identifiers, identifiersTexts } from './identifiers.js';
import { Login, LogoutButton } from './login.js';
import { ResetPassword } from './reset-password.js';
import { alias, base, readSite, session } from './site.js';
import { backofficeTexts } from './texts.js';
import { Transfers, transfersTexts } from './transfers.js';

/** Pages by the first segment of their path; their titles are in the menu. */
const pages = {
  entities: { texts: entitiesTexts, All: Entities },
  customers: { texts: customersTexts, All: Customers },
  transfers: { texts: transfersTexts, All: Transfers },
  identifiers: { texts: identifiersTexts, All: Identifiers },
} as const;
const names = Object.keys(pages) as (keyof typeof pages)[];

export function Backoffice() {
  const t = useText(backofficeTexts);
  const { path, query } = useRoute(base);
  const language = useLanguage();
  const token = useSignal(session);
  const site = useQuery(readSite, []);
  const page = names.find((name) => name === path[0]) ?? 'entities';
  const Shown = pages[page].All;
  const resetting = path[0] === 'reset-password';
  const inside = token !== '' && !resetting && site.data !== undefined;
  const nav = inside
    ? [
        names.map((name) => ({
          to: `${base}/${name}`,
          title: pages[name].texts[language].title,
          current: name === page,
          letter: goLetters[name],
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
            <a href="/console">{t.toConsole}</a>
          </Page>
        )
      ) : inside ? (
        <Shown site={site.data} />
      ) : (
        <Login />
      )}
    </Shell>
  );
}
