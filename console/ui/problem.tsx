import { ApiError, errorText, isNotFound } from '../../contract/client.js';
import { useSaid, useText } from '../state/language.js';
import { Link } from './link.js';
import { uiTexts } from './texts.js';

/** What the reader entered cannot be sent; the message says why, in the reader's language. */
export class WrongInput extends Error {
  override name = 'WrongInput';
}

type Texts = (typeof uiTexts)['en'];

interface ProblemText {
  readonly what: string;
  readonly said?: string;
  readonly advice: string;
  /** The journal has the exchange with the bank. */
  readonly bank?: boolean;
}

function problemText(error: unknown, t: Texts): ProblemText {
  if (error instanceof WrongInput) return { what: error.message, advice: t.refusedDo };
  if (!(error instanceof ApiError)) return { what: t.offline, advice: t.offlineDo };
  const { status, reason, body } = error;
  const said = errorText(body);
  if (status === 200) return { what: t.version, said: error.message, advice: t.versionDo };
  if (status === 403 && said.includes('control token')) return { what: t.token, advice: t.tokenDo };
  if (status === 403 && said.includes('only reads')) return { what: t.reads, said, advice: t.readsDo };
  if (reason === 'declined') return { what: t.declined, said, advice: t.declinedDo, bank: true };
  if (status === 404 || isNotFound(error)) return { what: t.gone, said, advice: t.goneDo };
  if (status >= 500) return { what: t.broken, said, advice: t.brokenDo };
  return { what: t.refused, said, advice: t.refusedDo };
}

/**
 * What went wrong, quoted literally, and what to do about it; a quote in another language is explained in the reader's.
 * Shows nothing if there is no problem.
 */
export function Problem({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = useText(uiTexts);
  const inWords = useSaid();
  if (error === undefined) return null;
  const { what, said = '', advice, bank } = problemText(error, t);
  const why = inWords(said);
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{what}</strong> {why !== said && <span data-testid="why">{why}</span>}{' '}
        {said && <q lang="en">{said}</q>}
      </p>
      <p>
        {advice} {bank && t.foundInJournal}{' '}
        {bank && <Link to="/console/journal?direction=out">{t.openJournal}</Link>}
      </p>
      {retry && (
        <button type="button" onClick={retry}>
          {t.again}
        </button>
      )}
    </div>
  );
}
