import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { useRoute } from '../state/route.js';
import { useSignal } from '../state/signal.js';
import { Page } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Shell } from '../ui/shell.js';
import { Customers } from './customers.js';
import { Entities } from './entities.js';
import { Identifiers } from './identifiers.js';
import { Login, LogoutButton } from './login.js';
import { ResetPassword } from './reset-password.js';
import { alias, base, readSite, type Site, session } from './site.js';
import { backofficeTexts } from './texts.js';
import { Transfers } from './transfers.js';

const pages = {
  entities: (site: Site) => <Entities site={site} />,
  customers: (site: Site) => <Customers site={site} />,
  transfers: (site: Site) => <Transfers site={site} />,
  identifiers: (site: Site) => <Identifiers site={site} />,
} as const;
type PageName = keyof typeof pages;
const names = Object.keys(pages) as PageName[];

export function Backoffice() {
  const t = useText(backofficeTexts);
  const { path, query } = useRoute(base);
  const token = useSignal(session);
  const site = useQuery(readSite, []);
  const page = names.find((name) => name === path[0]) ?? 'entities';
  const resetting = path[0] === 'reset-password';
  const inside = token !== '' && !resetting && site.data !== undefined;
  const nav = inside
    ? [names.map((name) => ({ to: `${base}/${name}`, title: t[name], current: name === page }))]
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
        pages[page](site.data)
      ) : (
        <Login />
      )}
    </Shell>
  );
}
