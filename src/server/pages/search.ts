/** /search: records that hold words, newest first. */
import { coverageSentences } from '../../case/search/coverage.ts';
import type { FoundPerson } from '../../case/search/found-row.ts';
import { isRefused } from '../../case/search/refused.ts';
import type { SearchHit as HitView } from '../../case/search.ts';
import { parseId } from '../../model/ids.ts';
import type { SnippetPiece } from '../../text/snippet/snippet.ts';
import { numberOf } from '../asking/paging.ts';
import { understood } from '../asking/understood.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import { type Asked, Refused, type Route } from '../http/exchange.ts';
import type { Opened } from '../opened.ts';
import type { PartyName } from '../shapes/party.ts';
import type { SearchHelp, SearchHit, SearchPage } from '../shapes/search.ts';
import { cutOrNull, SHORT } from '../shaping/texts.ts';

/** Hits of a page, at most; characters of a query; hits that are counted while somebody types. */
const [HITS, MOST, LONGEST, COUNTED] = [30, 200, 2_000, 10_000];
/** People of a side that are named. */
const NAMED = 4;

type Naming = (party: { readonly key: string; readonly name: string }) => PartyName;

const pieces = (found: readonly SnippetPiece[]): SearchHit['snippet'] =>
  found.map(({ text, marked }) => ({ text, mark: marked }));

/** Whoever has no party is named by the address. */
function people(found: readonly FoundPerson[], naming: Naming): PartyName[] {
  const named = found
    .slice(0, NAMED)
    .map(({ party, partyName, name, address }) => naming({ key: party ?? '', name: partyName ?? name ?? address }));
  return [...new Map(named.map((party) => [JSON.stringify([party.key, party.name]), party])).values()];
}

function hitOf(view: HitView, naming: Naming): SearchHit {
  const { words, from, to } = view;
  return {
    record: view.id,
    time: { text: view.time, own: view.written === view.time ? null : view.written, earliest: null, latest: null },
    isDoubtful: view.isDoubtful,
    channel: view.channel,
    subject: cutOrNull(view.subject, SHORT),
    markedSubject: words.subject.some(({ marked }) => marked) ? pieces(words.subject).slice(0, 50) : [],
    from: people(from.people, naming),
    to: people(to.people, naming),
    moreTo: Math.max(0, to.count - NAMED),
    source: view.member === '' ? view.source : `${view.source}, ${view.member}`,
    snippet: pieces(words.snippet),
    attachments: words.names.map(pieces),
    foundIn: words.place,
    isGone: words.isGone,
  };
}

async function search(opened: Opened, { query }: Asked): Promise<SearchPage> {
  const text = (query.get('q') ?? '').trim();
  if (text.length > LONGEST) throw new Refused(400, `a query has at most ${LONGEST} characters`, 'q');
  const ranked = query.get('rank') === 'true';
  const limit = numberOf(query, 'limit', HITS, 1, MOST);
  const cursor = query.get('cursor');
  const searches = await opened.search();
  if (text === '') return { ...NOTHING, ranked };
  const answer = await searches.search(text, {
    limit,
    rank: ranked,
    countUpTo: COUNTED,
    ...(cursor === null || cursor === '' ? {} : { after: cursor }),
  });
  if (isRefused(answer)) {
    const { message, advice, at, length } = answer.mistake;
    throw new Refused(400, message, 'q', advice, [at, length]);
  }
  const naming = await opened.names.naming();
  for (const { id, no } of answer.hits) opened.shown.set(parseId(id)!.from, no);
  return {
    query: text,
    ranked,
    hits: answer.hits.map((hit) => hitOf(hit, naming)),
    total: answer.total,
    atLeast: !answer.isExact,
    cursor: answer.next,
    understood: understood(answer.query),
    coverage: coverageSentences(answer.coverage),
  };
}

const NOTHING: SearchPage = {
  query: '',
  ranked: false,
  hits: [],
  total: 0,
  atLeast: false,
  cursor: null,
  understood: '',
  coverage: [],
};

const HELP: SearchHelp = {
  fields: [
    { name: 'words', text: 'All of them must be there; case and accents do not matter', example: 'invoice harbour' },
    { name: '"…"', text: 'A phrase, in this order', example: '"ferry terminal"' },
    { name: '*', text: 'Any word that begins so', example: 'invoic*' },
    { name: 'NEAR', text: 'Words within so many of each other', example: 'NEAR(invoice paid, 5)' },
    { name: 'OR, NOT, ( )', text: 'Either, neither, together', example: '(invoice OR bill) NOT draft' },
    { name: 'with:', text: 'A party by any of its addresses, or a @group', example: 'with:@contractor' },
    { name: 'from:', text: 'Who wrote, called or came', example: 'from:ada@example.org' },
    { name: 'to:', text: 'To whom', example: 'to:@office' },
    { name: 'cc:', text: 'In copy', example: 'cc:ada@example.org' },
    { name: 'subject:', text: 'Words of the subject alone', example: 'subject:"quay 7"' },
    { name: 'body:', text: 'Words of the text alone', example: 'body:invoice' },
    { name: 'file:', text: 'Words of the names of attached files', example: 'file:contract*' },
    { name: 'before:', text: 'Before a day, month, year or event', example: 'before:2030-11' },
    { name: 'after:', text: 'After it', example: 'after:vote' },
    { name: 'on:', text: 'On it', example: 'on:2030-11-08' },
    { name: 'channel:', text: 'mail, call, text, meeting, visit, report', example: 'channel:call' },
    { name: 'source:', text: 'A source by its path', example: 'source:visitor-log' },
    { name: 'has:', text: 'What it carries', example: 'has:attachment' },
  ],
};

/** Addresses of the search. */
export function searchRoutes(desk: Desk): Route[] {
  return [dataRoute(desk, '/search', search), dataRoute(desk, '/search/help', async () => HELP)];
}
